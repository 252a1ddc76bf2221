import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { useHandingOnFocus } from '../filters/useHandingOnFocus.ts';
import type { FieldProps } from '../wish/fields.ts';
import { type Condition, NO_WISH, without } from '../wish/upcomingWish.ts';
import { useConditionWords } from '../wish/useConditionWords.ts';

/** Says that nothing was found, what would help, and offers to widen the filter. */
export function NothingUpcoming(props: FieldProps & { conditions: readonly Condition[] }) {
  const { wish, onChange, conditions } = props;
  const t = useTranslations('browse');
  const words = useConditionWords();
  const whole = useRef<HTMLDivElement>(null);
  useHandingOnFocus(whole);
  const [only, another] = conditions;
  return <div ref={whole}>{say()}</div>;

  function say() {
    if (only === undefined) return <Empty title={t('emptyTitle')} note={t('emptyNote')} />;
    const isOne = another === undefined;
    const widest = { ...NO_WISH, order: wish.order };
    return (
      <Empty
        title={isOne ? t(`none.${only}`, { value: words(only, wish) }) : t('noneTitle')}
        note={t(isOne ? `noneNotes.${only}` : 'noneNote')}
      >
        <button
          type="button"
          className="button"
          onClick={() => onChange(isOne ? without(only) : widest)}
        >
          {t(isOne ? 'widen' : 'clear')}
        </button>
      </Empty>
    );
  }
}

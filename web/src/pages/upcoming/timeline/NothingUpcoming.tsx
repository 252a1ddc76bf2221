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
  const [only, ...others] = conditions;
  return <div ref={whole}>{say()}</div>;

  function say() {
    if (only === undefined) return <Empty title={t('emptyTitle')} note={t('emptyNote')} />;
    if (others.length > 0) {
      return (
        <Empty title={t('noneTitle')} note={t('noneNote')}>
          <button
            type="button"
            className="button"
            onClick={() => onChange({ ...NO_WISH, order: wish.order })}
          >
            {t('clear')}
          </button>
        </Empty>
      );
    }
    return (
      <Empty title={t(`none.${only}`, { value: words(only, wish) })} note={t(`noneNotes.${only}`)}>
        <button type="button" className="button" onClick={() => onChange(without(only))}>
          {t('widen')}
        </button>
      </Empty>
    );
  }
}

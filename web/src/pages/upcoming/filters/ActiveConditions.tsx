import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldProps } from '../wish/fields.ts';
import { type Condition, NO_WISH, without } from '../wish/upcomingWish.ts';
import { useConditionWords } from '../wish/useConditionWords.ts';
import { useHandingOnFocus } from './useHandingOnFocus.ts';

/** The active filters, with a button to remove each and one to remove all. */
export function ActiveConditions(props: FieldProps & { conditions: readonly Condition[] }) {
  const { wish, onChange, conditions } = props;
  const t = useTranslations('browse');
  const whole = useRef<HTMLDivElement>(null);
  useHandingOnFocus(whole);
  return (
    <div ref={whole} className="filters__active">
      <ul className="conditions" aria-label={t('conditions')}>
        {conditions.map((condition) => (
          <ActiveCondition key={condition} {...{ wish, onChange, condition }} />
        ))}
      </ul>
      <button
        type="button"
        className="plain-button"
        onClick={() => onChange({ ...NO_WISH, order: wish.order })}
      >
        {t('clear')}
      </button>
    </div>
  );
}

function ActiveCondition({ wish, onChange, condition }: FieldProps & { condition: Condition }) {
  const t = useTranslations('browse');
  const said = useConditionWords()(condition, wish);
  const item = useRef<HTMLLIElement>(null);
  useHandingOnFocus(item);
  return (
    <li ref={item}>
      <button
        type="button"
        className="condition"
        aria-label={t('remove', { name: t(condition), value: said })}
        onClick={() => onChange(without(condition))}
      >
        <span className="condition__words">{said}</span>
      </button>
    </li>
  );
}

import { useTranslations } from 'use-intl/react';
import type { FieldProps } from './fields.ts';
import { type Condition, without } from './upcomingWish.ts';
import { useConditionWords } from './useConditionWords.ts';

/** What narrows the list down, each with a press to take it away. */
export function ActiveConditions(props: FieldProps & { conditions: readonly Condition[] }) {
  const { wish, onChange, conditions } = props;
  const t = useTranslations('browse');
  const words = useConditionWords();
  if (conditions.length === 0) return null;
  return (
    <ul className="conditions" aria-label={t('conditions')}>
      {conditions.map((condition) => {
        const said = words(condition, wish);
        return (
          <li key={condition}>
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
      })}
    </ul>
  );
}

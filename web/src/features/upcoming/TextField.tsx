import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldProps } from './fields.ts';
import { useSettledField } from './useSettledField.ts';

/** Words of a title or a name; answers while one types. */
export function TextField({ wish, onChange }: FieldProps) {
  const t = useTranslations('browse');
  const id = useId();
  const field = useSettledField(wish.text, (text) => onChange({ text }));
  return (
    <div className="filter filter--text">
      <label htmlFor={id}>{t('text')}</label>
      <input
        {...field}
        id={id}
        type="search"
        name="text"
        enterKeyHint="search"
        autoComplete="off"
      />
    </div>
  );
}

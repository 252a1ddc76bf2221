import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldProps } from '../wish/fields.ts';

/** In which order the books stand. */
export function OrderField({ wish, onChange }: FieldProps) {
  const t = useTranslations('browse');
  const id = useId();
  return (
    <div className="filter filter--order">
      <label htmlFor={id}>{t('order')}</label>
      <select
        id={id}
        value={wish.order}
        onChange={(event) =>
          onChange({ order: event.target.value === 'announced' ? 'announced' : 'release' })
        }
      >
        <option value="release">{t('byRelease')}</option>
        <option value="announced">{t('byAnnounced')}</option>
      </select>
    </div>
  );
}

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldProps } from './fields.ts';

/** How many books were found, said aloud too, and in which order they stand. */
export function ListHead({ wish, onChange, found }: FieldProps & { found: string }) {
  const t = useTranslations('browse');
  const id = useId();
  return (
    <div className="list-head">
      <p role="status">{found}</p>
      <div className="list-head__order">
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
    </div>
  );
}

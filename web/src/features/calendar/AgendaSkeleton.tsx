import { useTranslations } from 'use-intl/react';

const rows = ['a', 'b', 'c', 'd', 'e'];

/** The shape of an agenda while it loads; unseen for the first 200 ms. */
export function AgendaSkeleton() {
  const t = useTranslations('site');
  return (
    <div className="agenda agenda--waiting skeleton" role="status" aria-label={t('loading')}>
      {rows.map((row) => (
        <div key={row} className="agenda__day">
          <div className="agenda__wait agenda__wait--date" />
          <div className="agenda__wait-book">
            <div className="agenda__wait agenda__wait--cover" />
            <div className="skeleton__lines">
              <div className="skeleton__line" />
              <div className="skeleton__line skeleton__line--short" />
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

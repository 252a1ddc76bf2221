import { useTranslations } from 'use-intl/react';

const rows = ['a', 'b', 'c', 'd'];

/** The shape of a list of books while it loads; unseen for the first 200 ms. */
export function ListSkeleton() {
  const t = useTranslations('site');
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {rows.map((row) => (
        <div key={row} className="skeleton__row">
          <div className="skeleton__cover" />
          <div className="skeleton__lines">
            <div className="skeleton__line" />
            <div className="skeleton__line skeleton__line--short" />
          </div>
        </div>
      ))}
    </div>
  );
}

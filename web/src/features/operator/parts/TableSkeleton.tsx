import { useTranslations } from 'use-intl/react';

const rows = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The shape of a table while it loads; unseen for the first 200 ms. */
export function TableSkeleton() {
  const t = useTranslations('site');
  return (
    <div className="skeleton table-skeleton" role="status" aria-label={t('loading')}>
      {rows.map((row) => (
        <div key={row} className="skeleton__line" />
      ))}
    </div>
  );
}

import { useTranslations } from 'use-intl/react';
import './history.css';

/** The shape of a book's history while it loads. */
export function HistorySkeleton() {
  const t = useTranslations('site');
  return (
    <div className="skeleton history-skeleton" role="status" aria-label={t('loading')}>
      <div className="skeleton__line" />
      <div className="skeleton__line skeleton__line--short" />
    </div>
  );
}

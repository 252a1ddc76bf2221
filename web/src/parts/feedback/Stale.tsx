import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

interface StaleProps {
  /** Says that an update failed and how old the data is; null after a successful update. */
  words: ReactNode;
  /** Retries on a press; absent where the retry is automatic. */
  onRetry?: () => void;
}

/**
 * Says that the data below may be out of date. Always present, so that screen readers announce it.
 */
export function Stale({ words, onRetry }: StaleProps) {
  const t = useTranslations('failed');
  return (
    <div className={onRetry ? 'stale' : 'stale stale--plain'} role="status">
      {words && <p>{words}</p>}
      {words && onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

interface StaleProps {
  /** That newer could not be had, and of when this is; nothing while it could. */
  words: ReactNode;
  /** Asks again at a press; left out where that is done by itself. */
  onRetry?: () => void;
}

/** Says above what was loaded before that it may no longer hold. Always there, so that it is spoken. */
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

import { useTranslations } from 'use-intl/react';
import { useLiveState } from '../../live/LiveContext.ts';

/** Says in words whether this page hears of new books by itself. */
export function LiveIndicator() {
  const t = useTranslations('live');
  const state = useLiveState();
  return (
    <p className={`live-indicator live-indicator--${state}`} role="status">
      {t(state)}
    </p>
  );
}

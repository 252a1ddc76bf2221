import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLiveState } from '../../stage/LiveContext.ts';
import { useLasting } from './useLasting.ts';
import './live-indicator.css';

/** A break that is shorter is over before anybody could do something about it. */
const WORTH_SAYING_MS = 5_000;

/**
 * Says in words whether this page hears of new books by itself. The words change at once; they are
 * spoken only where something has gone wrong for a while, and when that is over.
 */
export function LiveIndicator() {
  const t = useTranslations('live');
  const aboutId = useId();
  const state = useLiveState();
  const spoken = useLasting(state === 'connecting' ? 'live' : state, WORTH_SAYING_MS);
  return (
    <div className="live-indicator__place">
      <p
        className={`live-indicator live-indicator--${state}`}
        title={t(`about.${state}`)}
        aria-describedby={aboutId}
      >
        {t(state)}
      </p>
      <p id={aboutId} hidden>
        {t(`about.${state}`)}
      </p>
      <p role="status" className="unseen">
        {spoken && t(spoken === 'live' ? 'resumed' : spoken)}
      </p>
    </div>
  );
}

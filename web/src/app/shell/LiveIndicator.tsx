import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLiveState } from '../../stage/LiveContext.ts';
import { useLasting } from './useLasting.ts';
import './live-indicator.css';

/** A shorter interruption is over before anyone could react to it. */
const WORTH_SAYING_MS = 5_000;

/**
 * States whether this page receives live news. The text changes at once, but is announced to screen
 * readers only when a problem has lasted for a while and when it is over.
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

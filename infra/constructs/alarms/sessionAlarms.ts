import type { EndSessions } from '../auth/endSessions.ts';
import type { AlarmSet } from './alarmSet.ts';
import { SHORTLY } from './metrics.ts';

/** Whom the shop has disabled might go on hearing what members hear. */
export function sessionAlarms(
  alarms: AlarmSet,
  { endSessions }: { endSessions: EndSessions },
): void {
  alarms.whenever('SessionsNotEnded', {
    name: 'shinkan-sessions-not-ended',
    means: 'Sessions that the shop has revoked are not ended, or their live connections stay open',
    chapter: 'revoked-sessions-are-not-ended',
    metric: endSessions.review.metricErrors(SHORTLY),
    // One review that failed is followed by the next within a minute.
    threshold: 3,
  });
}

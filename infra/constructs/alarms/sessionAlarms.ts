import type { EndSessions } from '../auth/endSessions.ts';
import type { AlarmSet } from './alarmSet.ts';
import { SHORTLY } from './metrics.ts';

/** Members whom the shop disabled might still receive live notices. */
export function sessionAlarms(
  alarms: AlarmSet,
  { endSessions }: { endSessions: EndSessions },
): void {
  alarms.whenever('SessionsNotEnded', {
    name: 'shinkan-sessions-not-ended',
    means: 'Sessions that the shop revoked are not ended, or their live connections stay open',
    chapter: 'revoked-sessions-are-not-ended',
    metric: endSessions.review.metricErrors(SHORTLY),
    // A failed review is followed by the next within a minute.
    threshold: 3,
  });
}

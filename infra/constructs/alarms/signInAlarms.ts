import type { AlarmSet } from './alarmSet.ts';
import { count } from './metrics.ts';

/** Somebody may be guessing passwords. */
export function signInAlarms(alarms: AlarmSet): void {
  alarms.whenever('SignInsRefused', {
    name: 'shinkan-sign-ins-refused',
    means: 'Unusually many sign-ins are rejected; somebody may be guessing passwords',
    chapter: 'many-sign-ins-are-refused',
    metric: count('Auth', 'SignInsRefused'),
    // One a second, for five minutes. Members mistype too: at a peak of ten sign-ins a second, less
    // than half of that.
    threshold: 300,
  });
}

import type { AlarmSet } from './alarmSet.ts';
import { count } from './metrics.ts';

/** Somebody guesses passwords. */
export function signInAlarms(alarms: AlarmSet): void {
  alarms.whenever('SignInsRefused', {
    name: 'shinkan-sign-ins-refused',
    means: 'So many sign-ins are refused that somebody may be guessing passwords',
    chapter: 'many-sign-ins-are-refused',
    metric: count('Auth', 'SignInsRefused'),
    // One a second, for five minutes. Members mistype: in a rush of ten sign-ins a second, less than half
    // of that.
    threshold: 300,
  });
}

import type { AlarmSet } from './alarmSet.ts';
import { count } from './metrics.ts';

/** Members whom no password lets in. */
export function passwordAlarms(alarms: AlarmSet): void {
  alarms.whenever('PasswordUncheckable', {
    name: 'shinkan-password-uncheckable',
    means: 'A member was refused because their stored password is in a form that is not read',
    chapter: 'a-stored-password-cannot-be-checked',
    metric: count('Auth', 'PasswordsUncheckable'),
  });
}

import type { AlarmSet } from './alarmSet.ts';
import { count } from './metrics.ts';

/** Members who cannot sign in with any password. */
export function passwordAlarms(alarms: AlarmSet): void {
  alarms.whenever('PasswordUncheckable', {
    name: 'shinkan-password-uncheckable',
    means: 'A member could not sign in because their stored password has an unsupported format',
    chapter: 'a-stored-password-cannot-be-checked',
    metric: count('Auth', 'PasswordsUncheckable'),
  });
}

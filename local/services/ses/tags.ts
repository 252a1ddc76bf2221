import { AwsError } from '../protocol/awsError.ts';

/** Rejects what MessageTag forbids: anything but 1 to 255 ASCII letters, digits, `_` and `-`. */
export function checkTag(name: string, value: string): void {
  const allowed = /^[A-Za-z0-9_-]{1,255}$/;
  if (allowed.test(name) && allowed.test(value)) return;
  const rule = 'expected 1 to 255 ASCII letters, digits, _ and - in each';
  throw new AwsError('InvalidParameterValue', `Tag "${name}" with value "${value}": ${rule}`);
}

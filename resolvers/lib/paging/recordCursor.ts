import { util } from '@aws-appsync/utils';
import { fail } from '../request/fail.ts';

/** The record of a file to start after: `after`, or 0 if none was given. */
export function readRecord(after: string | null | undefined): number {
  if (after === null || after === undefined) return 0;
  if (!util.matches('^[0-9]{1,9}\\z', after)) {
    fail('InvalidCursor', 'after is not an endCursor of this list');
  }
  return +after;
}

import { util } from '@aws-appsync/utils';
import type { StartIngestRunInput } from '../../generated/schema.ts';
import { fail } from '../request/fail.ts';

/**
 * Reads which file to ingest. Fails with `InvalidArgument` if a run could not be recorded with it.
 */
export function readStartInput(input: StartIngestRunInput) {
  const { profile, key } = input;
  const encoding = input.encoding ?? '';
  // Not `$`, which would allow a line break at the end.
  if (!util.matches('^[!-~]{1,32}\\z', profile)) {
    fail('InvalidArgument', 'profile: expected 1 to 32 characters of ASCII without spaces');
  }
  // S3 keys have at most 1,024 bytes, and a character at most four.
  if (!util.matches('^[^\\p{Cntrl}\\p{Cs}]{1,255}\\z', key)) {
    fail('InvalidArgument', 'key: expected 1 to 255 characters');
  }
  if (!util.matches('^[!-~]{0,32}\\z', encoding)) {
    fail('InvalidArgument', 'encoding: expected at most 32 characters of ASCII without spaces');
  }
  return { profile, key, encoding, dryRun: input.dryRun ?? false };
}

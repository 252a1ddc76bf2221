import { util } from '@aws-appsync/utils';

/**
 * An id as the database can compare it: empty, which no mail has, when no mail can have this one.
 * Ids are ASCII there, and a comparison with other characters would be an error or skip the index.
 */
export function mailKey(id: string): string {
  return util.matches('^[!-~]{1,64}\\z', id) ? id : '';
}

import { util } from '@aws-appsync/utils';

/**
 * An id as the database can compare it: empty, which no session has, when no session can have this one.
 * Ids are ASCII there, and a comparison with other characters would be an error or skip the index.
 */
export function sessionId(id: string): string {
  return util.matches('^[!-~]{1,36}\\z', id) ? id : '';
}

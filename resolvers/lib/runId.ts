import { util } from '@aws-appsync/utils';

/**
 * An id as the database can compare it: empty, which no run has, when no run can have this one.
 * Ids are ASCII there, and a comparison with other characters would be an error or skip the index.
 */
export function runId(id: string): string {
  return util.matches('^[!-~]{1,100}\\z', id) ? id : '';
}

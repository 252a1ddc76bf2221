import { util } from '@aws-appsync/utils';

/**
 * An id as the database can compare it: empty, which no book has, when no book can have this one.
 * Ids are ASCII there, and a comparison with other characters would be an error or skip the index.
 */
export function bookId(id: string): string {
  return util.matches('^[!-~]{1,120}\\z', id) ? id : '';
}

import { util } from '@aws-appsync/utils';

/**
 * An id in a form that the database can compare: empty, which matches nothing, if nothing can have this id.
 * Ids are ASCII there, and a comparison with other characters would be an error or skip the index.
 */
function comparable(id: string, longest: number): string {
  return util.matches(`^[!-~]{1,${longest}}\\z`, id) ? id : '';
}

export function bookId(id: string): string {
  return comparable(id, 120);
}

/** Of a contributor, a series or a join. */
export function catalogueId(id: string): string {
  return comparable(id, 40);
}

export function mailKey(id: string): string {
  return comparable(id, 64);
}

export function runId(id: string): string {
  return comparable(id, 100);
}

export function sessionId(id: string): string {
  return comparable(id, 36);
}

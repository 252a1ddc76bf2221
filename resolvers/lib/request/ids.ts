import { util } from '@aws-appsync/utils';

/**
 * Returns an id that the database can compare; an empty one, which matches nothing, if no id can
 * look like this. Ids are ASCII there, and comparing other characters would fail or skip the index.
 */
function comparable(id: string, longest: number): string {
  return util.matches(`^[!-~]{1,${longest}}\\z`, id) ? id : '';
}

export function bookId(id: string): string {
  return comparable(id, 120);
}

/** The id of a contributor, a series or a join. */
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

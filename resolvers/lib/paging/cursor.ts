import { util } from '@aws-appsync/utils';
import { fail } from '../request/fail.ts';

/** A place on a list: what it is ordered by, in digits, and the id that breaks ties. */
export interface Place {
  order: string;
  id: string;
}

/** The cursor of a place. Clients treat it as opaque; it is legible for those who debug. */
export function toCursor(place: Place): string {
  return `${place.order}~${place.id}`;
}

/**
 * The place behind a cursor, or null when none was given. Fails with `InvalidCursor` unless it
 * begins with `digits` digits, as each cursor of the list does.
 */
export function readCursor(after: string | null | undefined, digits: number): Place | null {
  if (after === null || after === undefined) return null;
  if (!util.matches(`^[0-9]{${digits}}~[!-~]{1,120}\\z`, after)) {
    fail('InvalidCursor', 'after is not an endCursor of this list');
  }
  return { order: after.slice(0, digits), id: after.slice(digits + 1) };
}

/** Whether this is how the number of an event is written. */
export function isSeq(written: string): boolean {
  return util.matches('^[0-9]{1,18}\\z', written);
}

/** The number of the event behind which to begin: `after`, or 0 when none was given. */
export function readSeq(after: string | null | undefined): string {
  if (after === null || after === undefined) return '0';
  if (!isSeq(after)) fail('InvalidCursor', 'after is neither an endCursor nor the seq of an event');
  return after;
}

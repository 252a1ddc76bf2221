import { util } from '@aws-appsync/utils';
import { fail } from '../request/fail.ts';

/** A position in a list: its sort value in digits, and the id that breaks ties. */
export interface Place {
  order: string;
  id: string;
}

/** The cursor of a position. Opaque to clients; legible for debugging. */
export function toCursor(place: Place): string {
  return `${place.order}~${place.id}`;
}

/**
 * Returns the position of a cursor, or null if none was given. Fails with `InvalidCursor` unless it
 * starts with `digits` digits, as each cursor of the list does.
 */
export function readCursor(after: string | null | undefined, digits: number): Place | null {
  if (after === null || after === undefined) return null;
  if (!util.matches(`^[0-9]{${digits}}~[!-~]{1,120}\\z`, after)) {
    fail('InvalidCursor', 'after is not an endCursor of this list');
  }
  return { order: after.slice(0, digits), id: after.slice(digits + 1) };
}

/** Whether this is a correctly written event number. */
export function isSeq(written: string): boolean {
  return util.matches('^[0-9]{1,18}\\z', written);
}

/** The number of the event to start after: `after`, or 0 if none was given. */
export function readSeq(after: string | null | undefined): string {
  if (after === null || after === undefined) return '0';
  if (!isSeq(after)) fail('InvalidCursor', 'after is neither an endCursor nor the seq of an event');
  return after;
}

import type { Day } from '../release/calendar.ts';

/** Where the keyboard was when its reader went from one month to the next. */
export type Place = 'previous' | 'next' | Day;

/** What an address carries along, unseen. */
export const arrivingAt = (place: Place) => ({ calendarFocus: place });

/** Where the keyboard is to go on, in a month that was just gone to. */
export function placeOf(state: unknown): string | null {
  const place: unknown = Object(state).calendarFocus;
  return typeof place === 'string' ? place : null;
}

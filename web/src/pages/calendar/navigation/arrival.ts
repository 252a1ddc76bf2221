import { useLocation, useNavigationType } from 'react-router';
import type { Day } from '../../../../../domain/release/calendar.ts';

/** Where the keyboard was when its reader went from one page of the calendar to the next. */
type Place = 'previous' | 'next' | Day;

/** What an address carries along, unseen. */
export const arrivingAt = (place: Place) => ({ calendarFocus: place });

/** Where the keyboard is to go on, on a page that was just gone to; null on coming back to one. */
export function useArrival(): string | null {
  const { state } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const place: unknown = Object(state).calendarFocus;
  return typeof place === 'string' && !isBack ? place : null;
}

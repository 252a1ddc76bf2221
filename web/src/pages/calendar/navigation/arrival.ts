import { useLocation, useNavigationType } from 'react-router';
import type { Day } from '../../../../../domain/release/calendar.ts';

/** Where the focus was when the reader moved from one calendar page to the next. */
type Place = 'previous' | 'next' | Day;

/** Navigation state that carries the place. */
export const arrivingAt = (place: Place) => ({ calendarFocus: place });

/** Where to focus after moving to this page; null after going back to it. */
export function useArrival(): string | null {
  const { state } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const place: unknown = Object(state).calendarFocus;
  return typeof place === 'string' && !isBack ? place : null;
}

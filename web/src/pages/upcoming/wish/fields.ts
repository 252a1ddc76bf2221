import type { UpcomingWish } from './upcomingWish.ts';

/** What each field of the filter is given. */
export interface FieldProps {
  wish: UpcomingWish;
  onChange: (next: Partial<UpcomingWish>) => void;
}

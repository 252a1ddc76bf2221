import type { UpcomingWish } from './upcomingWish.ts';

/** The props of every filter field. */
export interface FieldProps {
  wish: UpcomingWish;
  onChange: (next: Partial<UpcomingWish>) => void;
}

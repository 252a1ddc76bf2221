import type { UpcomingBooksOrder } from '../../generated/schema.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from '../paging/moments.ts';

/** An order of the list. */
export interface ListOrder {
  /** Columns of `book b`, or of the postings or texts `p`. The last breaks ties. */
  columns: string[];
  direction: 'asc' | 'desc';
  /** All of them except the id, of `place`, as a cursor writes them: digits only. */
  written: string;
  /** How many digits; different for each order, so that an order rejects another's cursors. */
  digits: number;
  /** The condition that a row comes after the cursor of `:order` and `:id`. */
  behind: string;
}

// The OR form: a row constructor, (release_order, id) > (…), reads the index from its beginning.
export const RELEASE: ListOrder = {
  columns: ['b.release_order', 'b.id'],
  direction: 'asc',
  // Two days of eight digits.
  written: 'place.release_order',
  digits: 16,
  behind: 'b.release_order >= :order and (b.release_order > :order or b.id > :id)',
};

const ANNOUNCED: ListOrder = {
  columns: ['b.created_at', 'b.id'],
  direction: 'desc',
  written: momentDigits('place.created_at'),
  digits: MOMENT_DIGITS,
  behind: `b.created_at <= ${CURSOR_MOMENT}
  and (b.created_at < ${CURSOR_MOMENT} or b.id < :id)`,
};

// The same list for a search by words: in the order of the postings, whose books have numbers.
const FOUND: ListOrder = {
  columns: ['p.release_rank', 'p.number'],
  direction: 'asc',
  written: "concat(lpad(place.release_rank, 10, '0'), lpad(place.number, 11, '0'))",
  digits: 21,
  behind: `p.release_rank >= cast(substring(:order, 1, 10) as unsigned)
  and (p.release_rank > cast(substring(:order, 1, 10) as unsigned)
    or p.number > cast(substring(:order, 11) as unsigned))`,
};

/** The requested order, of a list of books or of those found by words. */
export function readOrder(
  orderBy: UpcomingBooksOrder | null | undefined,
  hasWords: boolean,
): ListOrder {
  if (orderBy === 'ANNOUNCED') return ANNOUNCED;
  return hasWords ? FOUND : RELEASE;
}

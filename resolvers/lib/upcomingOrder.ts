import type { UpcomingBooksOrder } from '../generated/schema.ts';

/** An order of the list: each is read from an index of its own that begins with the status. */
export interface ListOrder {
  /** Of `book b`. The id breaks ties. */
  column: string;
  direction: 'asc' | 'desc';
  /** The column, of `place`, as a cursor writes it: in digits alone. */
  written: string;
  /** How many; each order has another number, so that the cursors of one are refused in another. */
  digits: number;
  /** That `b` stands behind the cursor of `:order` and `:id`. */
  behind: string;
}

// The OR form: a row constructor, (release_order, id) > (…), reads the index from its beginning.
const RELEASE: ListOrder = {
  column: 'release_order',
  direction: 'asc',
  // Two days of eight digits.
  written: 'place.release_order',
  digits: 16,
  behind: 'b.release_order >= :order and (b.release_order > :order or b.id > :id)',
};

const MOMENT = "'%Y%m%d%H%i%s%f'";

const ANNOUNCED: ListOrder = {
  column: 'created_at',
  direction: 'desc',
  // A moment down to microseconds.
  written: `date_format(place.created_at, ${MOMENT})`,
  digits: 20,
  behind: `b.created_at <= str_to_date(:order, ${MOMENT})
  and (b.created_at < str_to_date(:order, ${MOMENT}) or b.id < :id)`,
};

/** The order that was asked for. */
export function readOrder(orderBy: UpcomingBooksOrder | null | undefined): ListOrder {
  return orderBy === 'ANNOUNCED' ? ANNOUNCED : RELEASE;
}

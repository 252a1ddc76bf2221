import type { BookSubscriptionOrder } from '../../generated/schema.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from '../paging/moments.ts';

/** How a member's subscriptions `s` are ordered, in SQL; `p` is the book of each. */
export interface SubscriptionOrder {
  /**
   * The number of leading digits of a cursor: different for each order, so that none is mixed up.
   */
  digits: number;
  /** Those digits. */
  place: string;
  /** The table expression to read from. */
  from: string;
  /**
   * The condition that a subscription comes after the cursor, whose parts are `:order` and `:id`.
   */
  isLater: string;
  by: string;
  /** The same order for the rows `line` that were found. */
  byLine: string;
}

const BOOKS = 'subscription s join book p on p.id = s.book_id';

// Upcoming, on sale, unconfirmed, cancelled; within these as the list of upcoming books, but books
// on sale by descending time.
const STANDING = `concat(
  case p.status when 'UPCOMING' then '0' when 'ON_SALE' then '1' when 'UNCONFIRMED' then '2' else '3' end,
  case when p.status = 'ON_SALE' and p.on_sale_at is not null
    then lpad(99999999999999 - cast(date_format(p.on_sale_at, '%Y%m%d%H%i%s') as unsigned), 16, '0')
    else p.release_order end)`;

const READING = `coalesce(nullif(p.title_reading, ''), p.title)`;
// The cursor names the book; its sort value may be too long for it.
const READING_AFTER = `(select coalesce(nullif(a.title_reading, ''), a.title) from book a where a.id = :id)`;

/**
 * Newest first is read from the index alone; the others read every book of the member's own list.
 */
export const ORDERS: { [order in BookSubscriptionOrder]: SubscriptionOrder } = {
  NEWEST: {
    digits: MOMENT_DIGITS,
    place: momentDigits('s.created_at'),
    from: 'subscription s',
    isLater: `s.created_at <= ${CURSOR_MOMENT} and (s.created_at < ${CURSOR_MOMENT} or s.book_id < :id)`,
    by: 's.created_at desc, s.book_id desc',
    byLine: 'line.created_at desc, line.book_id desc',
  },
  RELEASE: {
    digits: 17,
    place: STANDING,
    from: BOOKS,
    isLater: `(${STANDING} > :order or (${STANDING} = :order and s.book_id > :id))`,
    by: `${STANDING}, s.book_id`,
    byLine: 'line.place, line.book_id',
  },
  TITLE: {
    digits: 1,
    place: `'0'`,
    from: BOOKS,
    isLater: `(${READING} > ${READING_AFTER} or (${READING} = ${READING_AFTER} and s.book_id > :id))`,
    by: `${READING}, s.book_id`,
    byLine: `coalesce(nullif(b.title_reading, ''), b.title), line.book_id`,
  },
};

import type { Context } from '@aws-appsync/utils';
import type { BookConnection, Series, SeriesUpcomingBooksArgs } from './generated/schema.ts';
import { listBooks, toBookConnection } from './lib/books/listBooks.ts';
import type { ListOrder } from './lib/books/upcomingOrder.ts';

/** Each with its volume as nine digits including hundredths; nines if it has none. */
const BOOKS = `(
    select l.book_id, lpad(coalesce(cast(l.volume_number * 100 as unsigned), 999999999), 9, '0') as volume
    from book_series l where l.series_id = :whose
  ) p straight_join book b on b.id = p.book_id`;

const VOLUME: ListOrder = {
  columns: ['p.volume', 'b.release_order', 'b.id'],
  direction: 'asc',
  written: 'concat(place.volume, place.release_order)',
  digits: 25,
  behind: `(concat(p.volume, b.release_order) > :order
    or (concat(p.volume, b.release_order) = :order and b.id > :id))`,
};

export function request(ctx: Context<SeriesUpcomingBooksArgs, object, object, Series>) {
  const whose = ctx.source?.id ?? '';
  const source = { from: BOOKS, texts: [], values: { whose }, isWholeList: false };
  return listBooks(ctx, source, VOLUME);
}

export function response(ctx: Context<SeriesUpcomingBooksArgs>): BookConnection {
  return toBookConnection(ctx, VOLUME);
}

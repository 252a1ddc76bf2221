/**
 * SQL for the moment since which a book is watched, and not told again, after its ON_SALE event: by
 * the clock of the database, which writes the events.
 */
export const WATCHED_SINCE = 'utc_timestamp(6) - interval 30 day';

/**
 * How many books are watched at once, the latest. 75,000 new books appear in Japan in a year, 6,200
 * in thirty days; a first load that finds more on sale must not make every later pass a long one.
 */
export const MOST_WATCHED = 15_000;

/**
 * Whether so many of the watched titles are gone that it is the view that is at fault, as while a
 * shop moves to another table, and not the books.
 */
export function isDoubtful(gone: number, watched: number): boolean {
  return gone >= 10 && gone > watched / 2;
}

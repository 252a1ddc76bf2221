/**
 * SQL for the time since which a book is watched, and not announced again, after its ON_SALE event:
 * by the clock of the database, which writes the events.
 */
export const WATCHED_SINCE = 'utc_timestamp(6) - interval 30 day';

/**
 * How many books are watched at once, newest first. 75,000 new books appear in Japan each year,
 * 6,200 in thirty days; a first load that finds more on sale must not make every later run a long
 * one.
 */
export const MOST_WATCHED = 15_000;

/**
 * Whether so many of the watched titles are missing that the view is at fault rather than the
 * books, for example while a shop migrates to another table.
 */
export function isDoubtful(gone: number, watched: number): boolean {
  return gone >= 10 && gone > watched / 2;
}

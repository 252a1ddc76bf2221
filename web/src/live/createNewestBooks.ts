import type { BookEvent, BookInEvent } from './createNews.ts';

/** Of so many books the newest news is kept in mind; a few hundred are in the news on a day. */
const MOST = 1_000;

/**
 * Which news of each book is the newest. Two subscriptions may tell of one book, and neither waits
 * for the other.
 */
export function createNewestBooks() {
  const newest = new Map<string, { seq: bigint; book: BookInEvent }>();
  return {
    /** Takes in an event: `book` is as the newest one tells, and `isNews` unless it was another. */
    hear(event: BookEvent): { book: BookInEvent; isNews: boolean } {
      const seq = BigInt(event.seq);
      const known = newest.get(event.bookId);
      if (known && known.seq > seq) return { book: known.book, isNews: false };
      newest.delete(event.bookId);
      newest.set(event.bookId, { seq, book: event.book });
      const [oldest] = newest.keys();
      if (newest.size > MOST && oldest !== undefined) newest.delete(oldest);
      return { book: event.book, isNews: true };
    },
  };
}

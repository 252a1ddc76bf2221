import type { BookEvent, BookInEvent } from './createNews.ts';

/** The number of books whose newest event is remembered; a day has a few hundred. */
const MOST = 1_000;

/**
 * Tracks the newest event of each book. Two subscriptions may deliver events of one book in any
 * order.
 */
export function createNewestBooks() {
  const newest = new Map<string, { seq: bigint; book: BookInEvent }>();
  return {
    /**
     * Records an event. Returns the book as of its newest event, and `isNews` unless that was
     * another one.
     */
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

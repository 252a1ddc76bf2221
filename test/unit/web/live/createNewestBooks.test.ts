import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../../client/test/aShinkan.ts';
import { createNewestBooks } from '../../../../web/src/live/createNewestBooks.ts';
import type { BookEvent } from '../../../../web/src/live/createNews.ts';

/** An event as the server sends it, with the fields that these tests need. */
const event = (seq: number, status = 'UPCOMING', bookId = 'b1') =>
  anEvent(seq, { bookId, status }) as unknown as BookEvent;

describe('createNewestBooks', () => {
  it('createNewestBooks returns the newest book for an older event, which is no news', () => {
    const newest = createNewestBooks();
    newest.hear(event(10, 'ON_SALE'));
    expect(newest.hear(event(9))).toMatchObject({ book: { status: 'ON_SALE' }, isNews: false });
    expect(newest.hear(event(11))).toMatchObject({ book: { status: 'UPCOMING' }, isNews: true });
  });

  it('createNewestBooks takes the newest event for news again when it is repeated', () => {
    const newest = createNewestBooks();
    newest.hear(event(10));
    expect(newest.hear(event(10)).isNews).toBe(true);
  });

  it('createNewestBooks keeps books apart', () => {
    const newest = createNewestBooks();
    newest.hear(event(10));
    expect(newest.hear(event(9, 'ON_SALE', 'b2')).isNews).toBe(true);
  });

  it('createNewestBooks remembers the thousand books with the latest events', () => {
    const newest = createNewestBooks();
    for (let book = 1; book <= 1_000; book += 1) newest.hear(event(5, 'UPCOMING', `b${book}`));
    newest.hear(event(6, 'UPCOMING', 'b1'));
    newest.hear(event(5, 'UPCOMING', 'b1001'));
    const isNews = (book: number) => newest.hear(event(4, 'UPCOMING', `b${book}`)).isNews;
    expect([1, 3, 1_000, 1_001].map(isNews)).toEqual([false, false, false, false]);
    expect(isNews(2)).toBe(true);
  });
});

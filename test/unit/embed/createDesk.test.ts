import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BookEvent } from '../../../client/src/index.ts';
import { createDesk, type Seen } from '../../../embed/src/createDesk.ts';
import type { EmbeddedBookFragment } from '../../../embed/src/generated/documents.ts';
import type { Service } from '../../../embed/src/loadService.ts';

/** The API's data, and the queries sent to it. */
let shelf: Map<string, EmbeddedBookFragment[]>;
let asked: string[][];
let isAway: boolean;
/** Awaited before an answer; the books are read before it. */
let underWay: Promise<void> | null;
/** The end of the log as of an answer, and where the connections began to listen. */
let cursor: string;
let after: unknown[];
let push: ((event: BookEvent) => void) | null;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockImplementation(() => {});
  shelf = new Map();
  asked = [];
  isAway = false;
  underWay = null;
  cursor = '500';
  after = [];
  push = null;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aBook(isbn: string, status: 'UPCOMING' | 'ON_SALE' = 'UPCOMING'): EmbeddedBookFragment {
  const release = { earliest: null, latest: null, precision: 'UNKNOWN', text: '' } as const;
  return { id: `isbn-${isbn}`, isbn, status, title: isbn, volume: null, productUrl: null, release };
}

const client: Service['client'] = {
  // The desk sends one kind of query and reads these fields of the answer.
  request: (async (_document: unknown, variables: Record<string, string>) => {
    asked.push(Object.values(variables));
    if (isAway) throw new Error('away');
    const books = Object.entries(variables).map(([name, isbn]) => [
      name.replace('i', 'b'),
      shelf.get(isbn) ?? [],
    ]);
    const answer = { cursor, ...Object.fromEntries(books) };
    await underWay;
    return answer;
  }) as unknown as Service['client']['request'],
  onBookEvents({ onEvent, ...options }) {
    after.push(options.after);
    push = onEvent;
    return {
      cursor: () => null,
      stop() {
        push = null;
      },
    };
  },
};

const openDesk = () => createDesk(async () => ({ client, site: 'https://shinkan.example' }));
const sale = (isbn: string) =>
  ({ bookId: `isbn-${isbn}`, book: aBook(isbn, 'ON_SALE') }) as BookEvent;
const soon = () => vi.advanceTimersByTimeAsync(100);

describe('createDesk', () => {
  it('elements share one request and one connection, and each receives its own book’s events', async () => {
    for (const isbn of ['a', 'b']) shelf.set(isbn, [aBook(isbn)]);
    const desk = openDesk();
    const seen: { [isbn: string]: Seen[] } = { a: [], b: [] };
    desk.watch('a', (news) => seen.a?.push(news));
    desk.watch('b', (news) => seen.b?.push(news));
    desk.watch('a', () => {});
    await soon();
    expect(asked).toEqual([['a', 'b']]);
    expect(after).toHaveLength(1);
    push?.(sale('a'));
    expect(seen.a?.at(-1)?.books[0]?.status).toBe('ON_SALE');
    expect(seen.a?.at(-1)?.justSold.has('isbn-a')).toBe(true);
    expect(seen.b).toHaveLength(1);
  });

  it('the desk splits very many elements into several requests', async () => {
    const desk = openDesk();
    for (let n = 0; n < 70; n += 1) desk.watch(String(n), () => {});
    await soon();
    await soon();
    expect(asked.map((isbns) => isbns.length)).toEqual([30, 30, 10]);
  });

  it('the desk opens no connection if every book is on sale or none is known', async () => {
    shelf.set('a', [aBook('a', 'ON_SALE')]);
    const desk = openDesk();
    desk.watch('a', () => {});
    desk.watch('b', () => {});
    await soon();
    expect(after).toEqual([]);
  });

  it('the desk retries after a failure, and stops listening when the elements are gone', async () => {
    shelf.set('a', [aBook('a')]);
    isAway = true;
    const desk = openDesk();
    const heard = vi.fn();
    const leave = desk.watch('a', heard);
    await soon();
    expect(heard).not.toHaveBeenCalled();
    isAway = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).toHaveBeenCalledOnce();
    expect(push).not.toBeNull();
    leave();
    expect(push).toBeNull();
  });

  it.each([
    ['after it had failed', 1_000],
    ['while the question was on its way', 0],
    ['after it had failed again and again', 60_000],
  ])('the desk requests new elements after all others have gone %s', async (_, waited) => {
    shelf.set('b', [aBook('b')]);
    isAway = true;
    const desk = openDesk();
    const leave = desk.watch('a', () => {});
    await vi.advanceTimersByTimeAsync(waited);
    if (waited === 0) vi.advanceTimersByTime(100);
    leave();
    await vi.advanceTimersByTimeAsync(60_000);
    isAway = false;
    const heard = vi.fn();
    desk.watch('b', heard);
    await soon();
    expect(heard).toHaveBeenCalledOnce();
  });

  it('the desk knows all volumes that share an ISBN', async () => {
    shelf.set('a', [aBook('a'), { ...aBook('a'), id: 'isbn-a-2', volume: '下' }]);
    const heard = vi.fn<(seen: Seen) => void>();
    openDesk().watch('a', heard);
    await soon();
    expect(heard.mock.calls[0]?.[0].books).toHaveLength(2);
  });

  it('the desk shows a sale that it hears while an older answer is on its way', async () => {
    for (const isbn of ['a', 'b']) shelf.set(isbn, [aBook(isbn)]);
    const desk = openDesk();
    desk.watch('a', () => {});
    await soon();
    const { promise, resolve } = Promise.withResolvers<void>();
    underWay = promise;
    const heard = vi.fn<(seen: Seen) => void>();
    desk.watch('b', heard);
    await soon();
    push?.(sale('b'));
    expect(heard).not.toHaveBeenCalled();
    resolve();
    await soon();
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]?.[0].books[0]?.status).toBe('ON_SALE');
    expect(heard.mock.calls[0]?.[0].justSold.has('isbn-b')).toBe(true);
  });

  it.each([
    ['500', '400'],
    ['101', '1'],
    ['100', '0'],
    ['7', '0'],
  ])('the desk that was answered at %s of the log listens from %s', async (end, from) => {
    shelf.set('a', [aBook('a')]);
    cursor = end;
    openDesk().watch('a', () => {});
    await soon();
    expect(after).toEqual([from]);
  });

  it('the desk asks again about a book that no element showed for a while', async () => {
    shelf.set('a', [aBook('a')]);
    const desk = openDesk();
    const leave = desk.watch('a', () => {});
    await soon();
    leave();
    shelf.set('a', [aBook('a', 'ON_SALE')]);
    const heard = vi.fn<(seen: Seen) => void>();
    desk.watch('a', heard);
    expect(heard).not.toHaveBeenCalled();
    await soon();
    expect(heard.mock.calls.map(([{ books }]) => books[0]?.status)).toEqual(['ON_SALE']);
  });
});

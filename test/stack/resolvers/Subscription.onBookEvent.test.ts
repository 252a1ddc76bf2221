import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BookEvent,
  createShinkanClient,
  type LiveState,
  type ShinkanClient,
} from '../../../client/src/index.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { aName, linkTo, putInto } from './linkBook.ts';
import { publish } from './publish.ts';

let client: ShinkanClient;
let shelf: Shelf;

beforeEach(() => {
  const { graphql: endpoint, realtime: realtimeEndpoint, apiKey } = testStack();
  client = createShinkanClient({ endpoint, realtimeEndpoint, apiKey });
  shelf = openShelf(openStackDatabase(testStack()));
});
afterEach(() => client.close());

/** Follows with these options and returns what is heard, once it is live. */
async function follow(
  options: { bookId?: string; kind?: 'ON_SALE'; after?: string },
  who = client,
) {
  const heard: BookEvent[] = [];
  let state: LiveState = 'connecting';
  who.onBookEvents({
    ...options,
    onEvent: (event) => heard.push(event),
    onState: (next) => {
      state = next;
    },
  });
  await vi.waitFor(() => expect(state).toBe('live'), { timeout: 10_000 });
  return heard;
}

const seqs = (heard: BookEvent[]) => heard.map(({ seq }) => seq);

describe('live notices', () => {
  it('live notices reach everybody who asked for their book or kind, with the book, once', async () => {
    const [one, two] = [await shelf.add({ title: '灯台' }), await shelf.add()];
    const ofOne = await follow({ bookId: one });
    const ofTwo = await follow({ bookId: two });
    const onSale = await follow({ kind: 'ON_SALE' });
    const announced = await shelf.happen(one, 'ANNOUNCED');
    const sold = await shelf.happen(one, 'ON_SALE');
    await publish(testStack(), announced);
    await publish(testStack(), sold);
    await publish(testStack(), sold);
    await vi.waitFor(() => expect(seqs(ofOne)).toEqual([announced, sold]));
    await vi.waitFor(() => expect(seqs(onSale)).toContain(sold));
    expect(onSale.every(({ kind }) => kind === 'ON_SALE')).toBe(true);
    expect(ofTwo).toEqual([]);
    expect(ofOne[0]?.book).toMatchObject({ id: one, title: '灯台', priceWithTax: 1650 });
  });

  it('live notices include the book’s contributors and series', async () => {
    const database = openStackDatabase(testStack());
    const [who, series] = [aName('c', '早瀬'), aName('s', '灯台守')];
    const book = await shelf.add({ contributors: [{ name: who.name, role: 'AUTHOR' }] });
    await linkTo(database, book, [who]);
    await putInto(database, book, series.name, 2);
    const heard = await follow({ bookId: book });
    await publish(testStack(), await shelf.happen(book, 'ANNOUNCED'));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]?.book.contributors).toMatchObject([{ contributor: who }]);
    expect(heard[0]?.book.seriesPlace).toEqual({ number: 2, series });
    expect(await client.contributor(who.id)).toMatchObject({
      ...who,
      upcomingBooks: { edges: [{ node: { id: book } }] },
    });
    expect(await client.series(series.id)).toMatchObject({
      ...series,
      upcomingBooks: { edges: [{ node: { id: book } }] },
    });
    expect(await client.series('s-none')).toBeNull();
  });

  it('live notices contain nothing about a member, not even for that member', async () => {
    const [member] = testStack().members;
    if (!member) throw new Error('the stack has no members');
    const token = await signIn(testStack(), member.login, member.password);
    const { graphql: endpoint, realtime: realtimeEndpoint } = testStack();
    const signedIn = createShinkanClient({ endpoint, realtimeEndpoint, accessToken: () => token });
    try {
      const bookId = await shelf.add();
      await signedIn.subscribeToBook(bookId);
      const heard = await follow({ bookId }, signedIn);
      await publish(testStack(), await shelf.happen(bookId, 'ON_SALE'));
      await vi.waitFor(() => expect(heard).toHaveLength(1));
      expect(heard[0]?.book.subscribed).toBeNull();
    } finally {
      signedIn.close();
    }
  });

  it('live notices are read from the log when nobody pushed them', async () => {
    const bookId = await shelf.add();
    const after = await client.latestBookEventCursor();
    const missed = [await shelf.happen(bookId, 'ANNOUNCED'), await shelf.happen(bookId, 'ON_SALE')];
    const heard = await follow({ bookId, after });
    expect(seqs(heard)).toEqual(missed);
  });

  it('live notices end for a client with an unknown key', async () => {
    const { graphql: endpoint, realtime: realtimeEndpoint } = testStack();
    const stranger = createShinkanClient({ endpoint, realtimeEndpoint, apiKey: 'da2-nobody' });
    const error = await new Promise((resolve) => {
      stranger.onBookEvents({ after: '0', onEvent: () => undefined, onError: resolve });
    });
    expect(error).toMatchObject({ errorType: 'UnauthorizedException' });
    stranger.close();
  });
});

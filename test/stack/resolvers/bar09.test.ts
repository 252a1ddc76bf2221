import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BookEvent,
  createShinkanClient,
  type ShinkanClient,
} from '../../../client/src/index.ts';
import { openStackDatabase } from '../../../scripts/stack.ts';
import { signIn } from '../../support/graphql.ts';
import { testStack } from '../../support/testStack.ts';
import { publish } from './publish.ts';
import { openShelf } from './shelf.ts';

/** A tenth of the bar's number, unless it is to be run in full. */
const EVENTS = process.env.BAR_FULL === '1' ? 1_000 : 100;

let clients: ShinkanClient[];

beforeAll(async () => {
  const { graphql: endpoint, realtime: realtimeEndpoint, apiKey, members } = testStack();
  const tokens = await Promise.all(
    members.slice(0, 2).map(({ login, password }) => signIn(testStack(), login, password)),
  );
  clients = [
    createShinkanClient({ endpoint, realtimeEndpoint, apiKey }),
    ...tokens.map((token) =>
      createShinkanClient({ endpoint, realtimeEndpoint, accessToken: () => token }),
    ),
  ];
});
afterAll(() => {
  for (const client of clients) client.close();
});

describe('bar 09 live leak', () => {
  it(`gives each page its own book's events of ${EVENTS}, all of them, and no word of a member`, async () => {
    const shelf = openShelf(openStackDatabase(testStack()));
    const bookIds = [await shelf.add(), await shelf.add(), await shelf.add()];
    const heard = await Promise.all(
      clients.map((client, index) => {
        const events: BookEvent[] = [];
        return new Promise<BookEvent[]>((resolve) => {
          client.onBookEvents({
            bookId: bookIds[index] ?? '',
            onEvent: (event) => events.push(event),
            onState: (state) => state === 'live' && resolve(events),
          });
        });
      }),
    );
    await clients[1]?.subscribeToBook(bookIds[1] ?? '');

    const happened: string[][] = [[], [], []];
    for (let count = 0; count < EVENTS; count += 1) {
      const seq = await shelf.happen(bookIds[count % 3] ?? '', 'ON_SALE');
      happened[count % 3]?.push(seq);
      await publish(testStack(), seq);
    }
    await vi.waitFor(
      () => expect(heard.map((events) => events.map(({ seq }) => seq))).toEqual(happened),
      { timeout: 20_000 },
    );
    expect(heard.flat().filter(({ book }) => book.subscribed !== null)).toEqual([]);
    await clients[1]?.unsubscribeFromBook(bookIds[1] ?? '');
  });
});

import { type ApolloClient, gql } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Server, startServer } from '../../../../client/test/aShinkan.ts';
import { createApiClient } from '../../../../web/src/lib/api/createApiClient.ts';
import { createSession } from '../../../../web/src/lib/session/createSession.ts';
import { createLive, type Live } from '../../../../web/src/live/createLive.ts';
import { createNews } from '../../../../web/src/live/createNews.ts';
import { rememberIn } from './rememberIn.ts';

/** Long enough for a busy machine. */
const patiently = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });

let server: Server;
let client: ApolloClient;
let live: Live;
let stop: () => void;

beforeEach(async () => {
  // Reconnects without delay.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server = await startServer();
  const config = { graphqlUrl: server.endpoint, realtimeUrl: server.realtime, apiKey: 'key' };
  const session = signedOut();
  client = createApiClient(config, session);
  live = createLive(client, session, createNews(config), rememberIn(new Map()));
  stop = live.start();
  await patiently(() => expect(live.state()).toBe('live'));
});

afterEach(async () => {
  stop();
  await server.stop();
  vi.restoreAllMocks();
});

/** Someone who has never signed in. */
function signedOut() {
  const nobody = async () => ({ kind: 'refused' }) as const;
  return createSession({
    requestToken: nobody,
    requestRefresh: nobody,
    requestSignOut: async () => {},
    requestSignOutEverywhere: async () => true,
    onReturn: () => {},
    hint: { read: () => false, write: () => {}, clear: () => {}, watch: () => {} },
    now: () => 0,
    after: () => () => {},
    alone: (run) => run(),
  });
}

const STATUS = gql('fragment BookStatus on Book { status }');
const at = { fragment: STATUS, id: 'Book:b1' };

/** The page shows the book as upcoming. */
function showComing(): void {
  client.cache.writeFragment({ ...at, data: { __typename: 'Book', status: 'UPCOMING' } });
  live.show('b1');
}

const shownStatus = () => client.cache.readFragment<{ status: string }>(at)?.status;

/** Cuts the connection and waits until the page has read the log again. */
async function reconnect(): Promise<void> {
  const reads = server.reads();
  server.cut();
  await patiently(() => expect(server.reads()).toBeGreaterThan(reads));
  await patiently(() => expect(live.state()).toBe('live'));
}

/** Also follows the book itself; returns a function that stops it, once pushes arrive. */
async function follow(): Promise<() => void> {
  const reads = server.reads();
  const end = live.followBook('b1');
  await patiently(() => expect(server.reads()).toBeGreaterThan(reads));
  return end;
}

const notices = () => live.notices().map(({ book }) => book.id);
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the live notices of a page', () => {
  it('live notices show a book once, though its event is pushed twice, read again and pushed late', async () => {
    live.show('b1');
    server.log.push(1);
    server.push(1, 1);
    await patiently(() => expect(notices()).toEqual(['b1']));
    live.closeNotice('b1');
    await reconnect();
    server.push(1);
    await settle();
    expect(notices()).toEqual([]);
  });

  it('live notices show what went on sale while the connection was lost', async () => {
    live.show('b1');
    server.cut();
    server.log.push(1);
    await patiently(() => expect(notices()).toEqual(['b1']));
  });

  it('live notices omit a book that is neither on the page nor subscribed to', async () => {
    server.log.push(1);
    server.push(1);
    await settle();
    expect(notices()).toEqual([]);
  });

  it('live notices omit a book that the shop has withdrawn since', async () => {
    showComing();
    server.facts[1] = { status: 'UPCOMING' };
    server.log.push(1);
    await reconnect();
    await settle();
    expect(notices()).toEqual([]);
    expect(shownStatus()).toBe('UPCOMING');
  });

  it('live notices disappear when the book is no longer on sale', async () => {
    showComing();
    const end = await follow();
    server.log.push(1);
    server.push(1);
    await patiently(() => expect(notices()).toEqual(['b1']));
    server.facts[2] = { kind: 'RESCHEDULED', status: 'UPCOMING' };
    server.log.push(2);
    server.push(2);
    await patiently(() => expect(notices()).toEqual([]));
    end();
  });
});

describe('a book on the page', () => {
  let end: () => void;
  beforeEach(async () => {
    showComing();
    end = await follow();
    server.facts[1] = { kind: 'RESCHEDULED', status: 'UPCOMING' };
    server.log.push(1, 2, 3);
  });
  afterEach(() => end());

  it('a book on the page stays on sale when an event from before the sale arrives late', async () => {
    server.push(2, 1);
    await patiently(() => expect(notices()).toEqual(['b1']));
    await settle();
    expect(shownStatus()).toBe('ON_SALE');
    expect(notices()).toEqual(['b1']);
  });

  it('a withdrawn book gets no notice, though a newer event than its sale arrived before', async () => {
    server.facts[3] = { kind: 'RESCHEDULED' };
    server.push(3);
    await patiently(() => expect(shownStatus()).toBe('ON_SALE'));
    server.facts[2] = { status: 'UPCOMING' };
    server.push(2);
    await settle();
    expect(notices()).toEqual([]);
  });

  it('a book gets no notice for a sale that has ended when its event arrives', async () => {
    server.facts[3] = { kind: 'CANCELLED', status: 'CANCELLED' };
    server.push(3, 2);
    await patiently(() => expect(shownStatus()).toBe('CANCELLED'));
    await settle();
    expect(shownStatus()).toBe('CANCELLED');
    expect(notices()).toEqual([]);
  });
});

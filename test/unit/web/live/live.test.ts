import { type ApolloClient, gql } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Server, startServer } from '../../../../client/test/aShinkan.ts';
import { createApiClient } from '../../../../web/src/lib/api/createApiClient.ts';
import { createSession } from '../../../../web/src/lib/session/createSession.ts';
import { createLive, type Live } from '../../../../web/src/live/createLive.ts';
import { createNews } from '../../../../web/src/live/createNews.ts';
import { rememberIn } from './rememberIn.ts';

/** Long enough for a machine that is busy with other things. */
const patiently = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });

let server: Server;
let client: ApolloClient;
let live: Live;
let stop: () => void;

beforeEach(async () => {
  // Losses are sought again at once.
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

/** Somebody who has never signed in. */
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

/** The page shows the book as one that is to come. */
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

/** Follows the book by itself too; gives what ends it once it hears what is pushed. */
async function follow(): Promise<() => void> {
  const reads = server.reads();
  const end = live.followBook('b1');
  await patiently(() => expect(server.reads()).toBeGreaterThan(reads));
  return end;
}

const notices = () => live.notices().map(({ book }) => book.id);
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the live notices of a page', () => {
  it('show a book once, though its event is pushed twice, read again and pushed late', async () => {
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

  it('show what went on sale while the connection was lost', async () => {
    live.show('b1');
    server.cut();
    server.log.push(1);
    await patiently(() => expect(notices()).toEqual(['b1']));
  });

  it('show nothing of a book that is neither on the page nor waited for', async () => {
    server.log.push(1);
    server.push(1);
    await settle();
    expect(notices()).toEqual([]);
  });

  it('show nothing of a book that the shop has taken back since', async () => {
    showComing();
    server.facts[1] = { status: 'UPCOMING' };
    server.log.push(1);
    await reconnect();
    await settle();
    expect(notices()).toEqual([]);
    expect(shownStatus()).toBe('UPCOMING');
  });

  it('are gone when the book is no longer on sale', async () => {
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

describe('a book that is on the page', () => {
  let end: () => void;
  beforeEach(async () => {
    showComing();
    end = await follow();
    server.facts[1] = { kind: 'RESCHEDULED', status: 'UPCOMING' };
    server.log.push(1, 2, 3);
  });
  afterEach(() => end());

  it('stays on sale when news from before the sale comes late', async () => {
    server.push(2, 1);
    await patiently(() => expect(notices()).toEqual(['b1']));
    await settle();
    expect(shownStatus()).toBe('ON_SALE');
    expect(notices()).toEqual(['b1']);
  });

  it('gets no notice when it was taken back, though newer news than its sale came before', async () => {
    server.facts[3] = { kind: 'RESCHEDULED' };
    server.push(3);
    await patiently(() => expect(shownStatus()).toBe('ON_SALE'));
    server.facts[2] = { status: 'UPCOMING' };
    server.push(2);
    await settle();
    expect(notices()).toEqual([]);
  });

  it('gets no notice from a sale that is over when it is heard of', async () => {
    server.facts[3] = { kind: 'CANCELLED', status: 'CANCELLED' };
    server.push(3, 2);
    await patiently(() => expect(shownStatus()).toBe('CANCELLED'));
    await settle();
    expect(shownStatus()).toBe('CANCELLED');
    expect(notices()).toEqual([]);
  });
});

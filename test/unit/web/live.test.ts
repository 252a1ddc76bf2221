import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApiClient } from '../../../web/src/api/createApiClient.ts';
import { createSession } from '../../../web/src/auth/createSession.ts';
import { createLive, type Live } from '../../../web/src/live/createLive.ts';
import { createNews } from '../../../web/src/live/createNews.ts';
import { type Server, startServer } from '../client/aShinkan.ts';

/** Long enough for a machine that is busy with other things. */
const patiently = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });

let server: Server;
let live: Live;
let stop: () => void;

beforeEach(async () => {
  // Losses are sought again at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server = await startServer();
  const config = { graphqlUrl: server.endpoint, realtimeUrl: server.realtime, apiKey: 'key' };
  const session = signedOut();
  live = createLive(createApiClient(config, session), session, createNews(config));
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
    hint: { read: () => false, write: () => {}, clear: () => {}, watch: () => {} },
    now: () => 0,
    after: () => () => {},
    alone: (run) => run(),
  });
}

const notices = () => live.notices().map(({ id }) => id);
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the live notices of a page', () => {
  it('show a book once, though its event is pushed twice, read again and pushed late', async () => {
    live.show('b1');
    server.log.push(1);
    server.push(1, 1);
    await patiently(() => expect(notices()).toEqual(['b1']));
    live.closeNotice('b1');
    server.cut();
    await patiently(() => expect(live.state()).toBe('reconnecting'));
    await patiently(() => expect(live.state()).toBe('live'));
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
});

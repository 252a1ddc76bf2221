import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createShinkanClient,
  type Following,
  type LiveState,
  type ShinkanClient,
} from '../../../client/src/index.ts';
import { type Server, startServer } from './aShinkan.ts';

let server: Server;
let client: ShinkanClient;
let heard: string[];
let states: LiveState[];
let errors: unknown[];

beforeEach(async () => {
  // Losses are sought again at once.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server = await startServer();
  client = createShinkanClient({ endpoint: server.endpoint, apiKey: 'key' });
  heard = [];
  states = [];
  errors = [];
});

afterEach(async () => {
  client.close();
  await server.stop();
  vi.restoreAllMocks();
});

function follow(options: Partial<Parameters<ShinkanClient['onBookEvents']>[0]> = {}): Following {
  return client.onBookEvents({
    onEvent: ({ seq }) => heard.push(seq),
    onState: (state) => states.push(state),
    onError: (error) => errors.push(error),
    ...options,
  });
}

const live = () => vi.waitFor(() => expect(states.at(-1)).toBe('live'));
const hear = (...seqs: number[]) => vi.waitFor(() => expect(heard).toEqual(seqs.map(String)));

describe('following the log', () => {
  it('hears what is pushed', async () => {
    follow();
    await live();
    server.log.push(1);
    server.push(1);
    await hear(1);
  });

  it('says nothing of what was there before, when no cursor was remembered', async () => {
    server.log.push(1, 2, 3);
    const following = follow();
    await live();
    expect(heard).toEqual([]);
    expect(following.cursor()).toBe('3');
  });

  it('reads in order what came behind the remembered cursor, page by page', async () => {
    server.log.push(1, 2, 3, 4, 5, 6);
    const following = follow({ after: '1' });
    await live();
    expect(heard).toEqual(['2', '3', '4', '5', '6']);
    expect(following.cursor()).toBe('6');
  });

  it('subscribes before it reads the log', async () => {
    let started = false;
    server.beforeAnswer = (query) => {
      if (query.includes('query BookEvents'))
        started = server.heard.some((m) => m.type === 'start');
    };
    follow();
    await live();
    expect(started).toBe(true);
  });

  it('hears once what was both read and pushed', async () => {
    server.log.push(1, 2);
    server.beforeAnswer = (query) => {
      if (query.includes('query BookEvents')) server.push(2, 3);
    };
    server.log.push(3);
    follow({ after: '0' });
    await live();
    await hear(1, 2, 3);
    server.push(1, 2, 3);
    server.log.push(4);
    server.push(4);
    await hear(1, 2, 3, 4);
  });

  it('reads after a loss what it missed', async () => {
    follow();
    await live();
    server.log.push(1);
    server.push(1);
    await hear(1);
    server.cut();
    server.log.push(2, 3);
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'live', 'connecting', 'live']));
    expect(heard).toEqual(['1', '2', '3']);
  });

  it('does not step over an event that a later one overtook', async () => {
    const following = follow();
    await live();
    // 2 is pushed, 1 is not, and the connection is lost before the log is read again.
    server.log.push(1, 2);
    server.push(2);
    await hear(2);
    expect(following.cursor()).toBe('0');
    server.cut();
    await hear(2, 1);
  });

  it('hears an event from before that is pushed late, once', async () => {
    server.log.push(7);
    follow();
    await live();
    server.push(7, 7);
    await hear(7);
  });

  it('goes on when the log cannot be read for a moment', async () => {
    let failures = 2;
    server.log.push(1);
    server.beforeAnswer = (query) => {
      if (query.includes('query BookEvents') && failures-- > 0) throw new Error('later');
    };
    follow({ after: '0' });
    await live();
    expect(heard).toEqual(['1']);
    expect(errors).toHaveLength(2);
  });

  it('ends at a cursor that the API refuses', async () => {
    server.beforeAnswer = () => {
      throw Object.assign(new Error('no'), { errorType: 'InvalidCursor' });
    };
    follow({ after: '9' });
    await vi.waitFor(() => expect(states).toEqual(['connecting', 'failed']));
  });

  it('looks again for pushes that got lost', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      follow();
      await live();
      server.log.push(1);
      // Short of the time after which the server's own silence would renew the connection.
      await vi.advanceTimersByTimeAsync(200_000);
      await hear(1);
      expect(server.connectHeaders).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('hears of its own book alone', async () => {
    server.log.push(1);
    follow({ bookId: 'another', after: '0' });
    await live();
    expect(heard).toEqual([]);
    const start = server.heard.find(({ type }) => type === 'start');
    expect(JSON.parse(start?.payload?.data ?? '').variables).toMatchObject({ bookId: 'another' });
  });

  it('loses no event to a listener that throws', async () => {
    server.log.push(1, 2);
    follow({
      after: '0',
      onEvent({ seq }) {
        heard.push(seq);
        throw new Error('mine');
      },
    });
    await live();
    expect(heard).toEqual(['1', '2']);
    expect(errors).toHaveLength(2);
  });

  it('is silent once stopped', async () => {
    const following = follow();
    await live();
    following.stop();
    server.log.push(1);
    server.push(1);
    await vi.waitFor(() => expect(server.heard.at(-1)?.type).toBe('stop'));
    expect(heard).toEqual([]);
  });

  it('hears every event once, whatever is pushed, lost and repeated', async () => {
    const act = fc.oneof(
      fc.constant('append'),
      fc.constant('push'),
      fc.constant('repeat'),
      fc.constant('cut'),
      fc.constant('wait'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        server.log.length = 0;
        heard.length = 0;
        states.length = 0;
        const following = follow();
        await live();
        for (const what of acts) {
          const next = server.log.length + 1;
          if (what === 'append' || what === 'push') server.log.push(next);
          if (what === 'push') server.push(next);
          if (what === 'repeat') server.push(...server.log.slice(-3));
          if (what === 'cut') server.cut();
          if (what === 'wait') await new Promise((resolve) => setTimeout(resolve, 3));
        }
        server.cut();
        const all = server.log.map(String);
        await vi.waitFor(() => expect([...heard].sort((a, b) => +a - +b)).toEqual(all), {
          timeout: 5_000,
        });
        await live();
        following.stop();
        expect(heard).toHaveLength(all.length);
      }),
      { numRuns: 40 },
    );
  });
});

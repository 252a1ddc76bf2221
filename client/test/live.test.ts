import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createShinkanClient,
  type Following,
  type LiveState,
  type ShinkanClient,
} from '../src/index.ts';
import { type Server, startServer } from './aShinkan.ts';

let server: Server;
let client: ShinkanClient;
let heard: string[];
let states: LiveState[];
let errors: unknown[];

beforeEach(async () => {
  // Reconnects without delay.
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

/** Long enough for a busy machine. */
const patiently = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });
const live = () => patiently(() => expect(states.at(-1)).toBe('live'));
const hear = (...seqs: number[]) => patiently(() => expect(heard).toEqual(seqs.map(String)));

describe('followBookEvents', () => {
  it('followBookEvents delivers what is pushed', async () => {
    follow();
    await live();
    server.log.push(1);
    server.push(1);
    await hear(1);
  });

  it('followBookEvents delivers no earlier events without a stored cursor', async () => {
    server.log.push(1, 2, 3);
    const following = follow();
    await live();
    expect(heard).toEqual([]);
    expect(following.cursor()).toBe('3');
  });

  it('followBookEvents reads events after the stored cursor in order, page by page', async () => {
    server.log.push(1, 2, 3, 4, 5, 6);
    const following = follow({ after: '1' });
    await live();
    expect(heard).toEqual(['2', '3', '4', '5', '6']);
    expect(following.cursor()).toBe('6');
  });

  it('followBookEvents subscribes before it reads the log', async () => {
    let started = false;
    server.beforeAnswer = (query) => {
      if (query.includes('query BookEvents'))
        started = server.heard.some((m) => m.type === 'start');
    };
    follow();
    await live();
    expect(started).toBe(true);
  });

  it('followBookEvents delivers an event once if it was both read and pushed', async () => {
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

  it('followBookEvents reads missed events after a lost connection', async () => {
    follow();
    await live();
    server.log.push(1);
    server.push(1);
    await hear(1);
    server.cut();
    server.log.push(2, 3);
    await patiently(() => expect(states).toEqual(['connecting', 'live', 'connecting', 'live']));
    expect(heard).toEqual(['1', '2', '3']);
  });

  it('followBookEvents delivers swapped events in order without reading the log', async () => {
    const following = follow();
    await live();
    const reads = server.reads();
    server.log.push(1, 2, 3);
    server.push(3, 2, 1);
    await hear(1, 2, 3);
    expect(server.reads()).toBe(reads);
    expect(following.cursor()).toBe('3');
  });

  it('followBookEvents reads an event whose push was lost before it delivers the next one', async () => {
    const following = follow();
    await live();
    server.log.push(1, 2);
    server.push(2);
    await hear(1, 2);
    expect(following.cursor()).toBe('2');
  });

  it('cursor() does not include an event that waits for an earlier one', async () => {
    const following = follow();
    await live();
    server.log.push(1, 2);
    server.push(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual([]);
    expect(following.cursor()).toBe('0');
  });

  it('followBookEvents delivers part of the log as it is pushed, and overtaken events late', async () => {
    const following = follow({ kind: 'ON_SALE' });
    await live();
    server.log.push(1, 2);
    server.push(2);
    await hear(2);
    expect(following.cursor()).toBe('0');
    server.cut();
    await hear(2, 1);
    expect(following.cursor()).toBe('2');
  });

  it('followBookEvents reads on if more is pushed during a read than it can keep', async () => {
    const seqs = Array.from({ length: 1_200 }, (_, index) => index + 1);
    let reads = 0;
    server.beforeAnswer = async (query) => {
      if (!query.includes('query BookEvents')) return;
      reads += 1;
      if (reads > 1) return;
      // All are pushed while a response without any of them is on its way.
      server.push(...seqs);
      await new Promise((resolve) => setTimeout(resolve, 200));
      queueMicrotask(() => server.log.push(...seqs));
    };
    follow();
    await vi.waitFor(() => expect(heard).toEqual(seqs.map(String)), { timeout: 10_000 });
  });

  it('cursor() stays where the listener stopped it', async () => {
    server.log.push(1, 2, 3);
    const following = follow({
      after: '0',
      onEvent({ seq }) {
        heard.push(seq);
        following.stop();
      },
    });
    await hear(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(['1']);
    expect(following.cursor()).toBe('1');
  });

  it('followBookEvents reconnects at once when the server closes after 24 hours, and misses nothing', async () => {
    follow();
    await live();
    server.hangUp();
    server.log.push(1, 2);
    await hear(1, 2);
    await patiently(() => expect(states).toEqual(['connecting', 'live', 'connecting', 'live']));
    expect(server.connectHeaders).toHaveLength(2);
  });

  it('followBookEvents misses nothing when its token expires while it listens', async () => {
    const tokens = ['first', 'second'];
    const ending = createShinkanClient({
      endpoint: server.endpoint,
      accessToken: () => tokens[0] ?? null,
    });
    client.close();
    client = ending;
    // From now on the first token is rejected, for reads and for subscriptions.
    let isExpired = false;
    server.onMessage = (socket, { type, id, payload }) => {
      const isRefused = isExpired && payload?.extensions.authorization.Authorization?.endsWith('t');
      if (type !== 'start' || !isRefused) return false;
      const errors = [{ errorType: 'UnauthorizedException', message: 'expired' }];
      socket.send(JSON.stringify({ type: 'error', id, payload: { errors } }));
      tokens.shift();
      return true;
    };
    follow();
    await live();
    isExpired = true;
    server.hangUp();
    server.log.push(1, 2);
    await hear(1, 2);
    expect(states).toEqual(['connecting', 'live', 'connecting', 'live']);
    server.log.push(3);
    server.push(3);
    await hear(1, 2, 3);
  });

  it('followBookEvents delivers an old event that is pushed late, once', async () => {
    server.log.push(7);
    follow();
    await live();
    server.push(7, 7);
    await hear(7);
  });

  it('followBookEvents continues after a failed read of the log', async () => {
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

  it('followBookEvents fails on a cursor that the API rejects', async () => {
    server.beforeAnswer = () => {
      throw Object.assign(new Error('no'), { errorType: 'InvalidCursor' });
    };
    follow({ after: '9' });
    await patiently(() => expect(states).toEqual(['connecting', 'failed']));
  });

  it('followBookEvents checks for lost pushes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      follow();
      await live();
      server.log.push(1);
      // Less than the time after which the server's silence would renew the connection.
      await vi.advanceTimersByTimeAsync(200_000);
      await hear(1);
      expect(server.connectHeaders).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('followBookEvents delivers only events of its own book and sends no other request', async () => {
    server.facts[2] = { bookId: 'b2' };
    server.log.push(1, 2);
    const following = follow({ bookId: 'b2', after: '0' });
    await live();
    server.facts[4] = { bookId: 'b2' };
    server.log.push(3, 4);
    server.push(3, 4);
    await hear(2, 4);
    expect(server.reads()).toBe(1);
    expect(following.cursor()).toBe('2');
    const start = server.heard.find(({ type }) => type === 'start');
    expect(JSON.parse(start?.payload?.data ?? '').variables).toMatchObject({ bookId: 'b2' });
  });

  it.each([{ bookId: 'b2' }, { kind: 'CANCELLED' as const }])(
    'followBookEvents of %j does not read events of others a second time',
    async (part) => {
      server.log.push(1, 2, 3);
      const following = follow({ ...part, after: '0' });
      await live();
      expect(heard).toEqual([]);
      expect(following.cursor()).toBe('3');
    },
  );

  it('followBookEvents loses no event to a listener that throws', async () => {
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

  it('followBookEvents delivers nothing after stop', async () => {
    const following = follow();
    await live();
    following.stop();
    server.log.push(1);
    server.push(1);
    await patiently(() => expect(server.heard.at(-1)?.type).toBe('stop'));
    expect(heard).toEqual([]);
  });

  it('followBookEvents reads nothing after its client is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      follow();
      await live();
      const reads = server.reads();
      client.close();
      await vi.advanceTimersByTimeAsync(400_000);
      expect(server.reads()).toBe(reads);
      expect(errors).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('followBookEvents delivers every event once and in order, however pushes are lost and repeated', async () => {
    const act = fc.constantFrom(
      'push',
      'lose',
      'swap',
      'repeat',
      'cut',
      'hang up',
      'wait',
      'wait longer',
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
          if (what === 'push' || what === 'lose') server.log.push(next);
          if (what === 'push') server.push(next);
          if (what === 'swap') {
            server.log.push(next, next + 1);
            server.push(next + 1, next);
          }
          if (what === 'repeat') server.push(...server.log.slice(-3));
          if (what === 'cut') server.cut();
          if (what === 'hang up') server.hangUp();
          if (what === 'wait') await new Promise((resolve) => setTimeout(resolve, 3));
          if (what === 'wait longer') await new Promise((resolve) => setTimeout(resolve, 30));
        }
        server.cut();
        const all = server.log.map(String);
        await patiently(() => expect(heard).toEqual(all));
        await live();
        following.stop();
        expect(heard).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });
});

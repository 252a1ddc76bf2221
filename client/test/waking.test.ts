import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createShinkanClient, type LiveState, type ShinkanClient } from '../src/index.ts';
import { type Server, startServer } from './aShinkan.ts';
import { Tab } from './aTab.ts';

let server: Server;
let client: ShinkanClient;
let tab: Tab;
let window: EventTarget;
let heard: string[];
let states: LiveState[];

beforeEach(async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  // Simulates sleep: timers do not run, and the clock has jumped on waking.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  tab = new Tab();
  window = new EventTarget();
  vi.stubGlobal('document', tab);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  server = await startServer();
  client = createShinkanClient({ endpoint: server.endpoint, apiKey: 'key' });
  heard = [];
  states = [];
});

afterEach(async () => {
  client.close();
  await server.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function follow() {
  client.onBookEvents({
    onEvent: ({ seq }) => heard.push(seq),
    onState: (state) => states.push(state),
  });
  await settled(() => expect(states.at(-1)).toBe('live'));
}

/** Waits for real input and output while hardly any fake time passes. */
async function settled(check: () => void) {
  for (let turn = 0; ; turn += 1) {
    try {
      return check();
    } catch (error) {
      if (turn === 300) throw error;
    }
    await vi.advanceTimersByTimeAsync(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const hear = (...seqs: number[]) => settled(() => expect(heard).toEqual(seqs.map(String)));
const passTime = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);
const probes = () => server.heard.filter(({ type }) => type === 'start').length - 1;

const wakings: [string, () => unknown][] = [
  [
    'a tab that is shown again',
    () => {
      tab.turn('hidden');
      sleep(60_000);
      tab.turn('visible');
    },
  ],
  [
    'a page that comes back from the cache of pages',
    () => {
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    },
  ],
  ['a page that is thawed', () => tab.dispatchEvent(new Event('resume'))],
  ['a network that is back', () => window.dispatchEvent(new Event('online'))],
  [
    'a computer that slept under a page in view',
    () => {
      sleep(60_000);
      return passTime(5_000);
    },
  ],
];

describe.each(wakings)('%s', (_name, wake) => {
  it('watchWaking makes the client read missed events at once when the connection died silently', async () => {
    await follow();
    server.freeze();
    server.log.push(1, 2);
    await wake();
    await hear(1, 2);
    // The dead connection is detected in seconds instead of after five minutes of silence.
    await passTime(6_000);
    await settled(() => expect(states).toEqual(['connecting', 'live', 'connecting', 'live']));
    expect(server.connectHeaders).toHaveLength(2);
    server.log.push(3);
    server.push(3);
    await hear(1, 2, 3);
  });

  it('watchWaking keeps a connection that answers', async () => {
    await follow();
    await wake();
    await settled(() => expect(server.heard.at(-1)?.type).toBe('stop'));
    await passTime(20_000);
    expect(probes()).toBe(1);
    expect(server.connectHeaders).toHaveLength(1);
    server.log.push(1);
    server.push(1);
    await hear(1);
  });
});

it('watchWaking ends the delay before a reconnection when the network is back', async () => {
  await follow();
  vi.spyOn(Math, 'random').mockReturnValue(1);
  server.cut();
  server.log.push(1);
  await settled(() => expect(states.at(-1)).toBe('connecting'));
  window.dispatchEvent(new Event('online'));
  await hear(1);
  expect(states.at(-1)).toBe('live');
});

it('watchWaking does not take a look at another tab for sleep', async () => {
  await follow();
  const reads = server.reads();
  tab.turn('hidden');
  sleep(5_000);
  tab.turn('visible');
  await passTime(1_000);
  expect(probes()).toBe(0);
  expect(server.reads()).toBe(reads);
});

it('watchWaking does not take the slow timers of a hidden page for sleep', async () => {
  await follow();
  tab.turn('hidden');
  sleep(60_000);
  await passTime(5_000);
  expect(probes()).toBe(0);
});

it('watchWaking stops watching when nothing follows the log', async () => {
  await follow();
  client.close();
  const before = server.heard.length;
  window.dispatchEvent(new Event('online'));
  sleep(60_000);
  await passTime(10_000);
  expect(server.heard.slice(before).filter(({ type }) => type === 'start')).toEqual([]);
});

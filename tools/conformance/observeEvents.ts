import { setTimeout as sleep } from 'node:timers/promises';
import type { ConformanceTarget } from './target.ts';

/** One of many subscriptions to the same events. */
export interface Listener {
  id: string;
  query: string;
  variables: object;
  /** Whether it declares `$run`, to receive only this run's events. */
  byRun?: boolean;
}

/** What is published, by key. */
const EVENTS = [
  { key: 'apple', text: 'apple', n: 1, list: ['a', 'b'], nested: { word: 'deep' } },
  { key: 'banana', text: 'banana', n: 2, list: ['b'], nested: { word: 'flat' } },
  { key: 'apricot', text: 'apricot', n: 3, list: ['c'], nested: null },
  { key: 'nothing', text: null, n: null, list: null, nested: null },
];

const PUBLISH = `mutation (
  $run: ID!, $key: String!, $text: String, $n: Int, $list: [String!], $nested: NestedInput
) {
  publish(run: $run, key: $key, text: $text, n: $n, list: $list, nested: $nested) {
    run key text n list nested { word }
  }
}`;

type Heard = Map<string, string[] | 'refused'>;

/**
 * Opens all subscriptions on one connection, publishes every event once, and returns by id which
 * keys each received, or `refused`. Caches the result per target.
 */
export function observeEvents(listeners: Listener[]) {
  const known = new WeakMap<ConformanceTarget, Promise<Heard>>();
  return (to: ConformanceTarget): Promise<Heard> => {
    const found = known.get(to) ?? observe(to, listeners);
    known.set(to, found);
    return found;
  };
}

const WITNESS: Listener = {
  id: 'witness',
  query: 'subscription ($run: ID!) { onPublish(run: $run) { run key } }',
  variables: {},
  byRun: true,
};

async function observe(to: ConformanceTarget, listeners: Listener[]): Promise<Heard> {
  const run = crypto.randomUUID();
  const connection = await to.connect();
  try {
    await connection.acknowledged();
    const heard: Heard = new Map();
    for (const { id, query, variables, byRun } of [...listeners, WITNESS]) {
      const answer = await connection.subscribe(
        id,
        query,
        byRun ? { run, ...variables } : variables,
      );
      heard.set(id, answer.type === 'error' ? 'refused' : []);
    }
    for (const event of EVENTS) {
      const { errors } = await to.ask(PUBLISH, { run, ...event });
      if (errors !== undefined)
        throw new Error(`publishing ${event.key}: ${JSON.stringify(errors)}`);
    }
    const last = EVENTS.at(-1)?.key;
    await connection.until(
      ({ type, id, payload }) =>
        type === 'data' && id === WITNESS.id && payload?.data?.onPublish?.key === last,
    );
    await sleep(to.settings.settle);
    for (const [id, keys] of heard) {
      if (keys === 'refused') continue;
      const events = connection
        .received(id)
        .map(({ payload }) => Object.values(payload?.data ?? {})[0]);
      // Enhanced filters receive the events of every run; their order is not guaranteed.
      const own = (events as { run: string; key: string }[]).filter((event) => event.run === run);
      keys.push(
        ...EVENTS.map(({ key }) => key).filter((key) => own.some((event) => event.key === key)),
      );
    }
    return heard;
  } finally {
    connection.close();
  }
}

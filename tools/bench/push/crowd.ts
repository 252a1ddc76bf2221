// Subscribers in their own process: `crowd.ts URL COUNT SIZE unique|alike`. Sends `ready` to its
// parent when all have subscribed. Told to listen, it sends `listening`, and then what it received.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { apiKey, type Size, subscriptions } from './event.ts';
import { Subscriber } from './subscriber.ts';

/** What the parent learns about one event. */
export interface Heard {
  /** How many received exactly this event, under their own id. */
  subscribers: number;
  /** When the last of them did: nanoseconds on the machine's shared clock. */
  at: string;
}

const AT_ONCE = 200;
/** Subscribers that have received nothing after this time count as lost. */
const PATIENCE_MS = 10_000;
/** A `ka` is shorter than any other message. */
const SHORTEST_BYTES = 16;

const [url = '', count = '0', size, ids] = process.argv.slice(2);
const { query, event } = subscriptions[size as Size];
const subscribers: Subscriber[] = [];
const texts = new Map<Subscriber, Buffer>();
let onText: () => void = () => {};

function add(): void {
  const id = ids === 'alike' ? '1' : randomUUID();
  const subscriber: Subscriber = new Subscriber({ url, apiKey, id, query }, (text) => {
    if (text.length < SHORTEST_BYTES) return;
    texts.set(subscriber, Buffer.from(text));
    onText();
  });
  subscribers.push(subscriber);
}

/** Waits until this many have received something since the last call; returns when. */
function hear(listeners: number): Promise<bigint> {
  texts.clear();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(process.hrtime.bigint()), PATIENCE_MS);
    onText = () => {
      if (texts.size < listeners) return;
      clearTimeout(timer);
      resolve(process.hrtime.bigint());
    };
  });
}

function countRight(): number {
  return subscribers.filter((subscriber) => {
    const expected = { id: subscriber.id, type: 'data', payload: { data: { onBookEvent: event } } };
    return isDeepStrictEqual(JSON.parse(String(texts.get(subscriber) ?? null)), expected);
  }).length;
}

while (subscribers.length < Number(count)) {
  const more = Math.min(AT_ONCE, Number(count) - subscribers.length);
  const begun = hear(more);
  for (let n = 0; n < more; n += 1) add();
  await begun;
  const refused = [...texts.values()].map(String).find((text) => !text.includes('start_ack'));
  if (refused || texts.size < more) throw new Error(refused ?? 'a subscriber was not acknowledged');
}
process.on('message', async () => {
  const all = hear(subscribers.length);
  process.send?.('listening');
  const at = String(await all);
  const answer: Heard = { subscribers: countRight(), at };
  process.send?.(answer);
});
process.send?.('ready');

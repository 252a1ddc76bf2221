// Open pages in their own process: `listeners.ts URL API_KEY COUNT`. Each listens to all books that
// go on sale, as the shop's pages do. Sends `ready` to its parent when all have subscribed. Told
// how many events to expect, it sends `listening`, and then what it received.
import { randomUUID } from 'node:crypto';
import { OnBookEventDocument } from '../../../client/src/generated/documents.ts';
import { Subscriber } from '../push/subscriber.ts';

/** What the parent learns about a morning. */
export interface Heard {
  /** How many pages received every event. */
  complete: number;
  /** Receipts of events that the same page had already received. */
  again: number;
  /** Pages that got an event for the first time after one with a higher seq. */
  disordered: number;
  /** Each event as its text arrived at one page: what follows `"payload":`. */
  payloads: { [seq: string]: string };
  /** When the first and the last page got an event for the first time: milliseconds since 1970. */
  firstAt: number;
  lastAt: number;
}

const AT_ONCE = 200;
/** Stops waiting after this long without an event. */
const PATIENCE_MS = 120_000;
const SEQ = '"seq":"';
const PAYLOAD = '"payload":';

interface Page {
  heard: Set<number>;
  last: number;
  isDisordered: boolean;
}

const [url = '', apiKey = '', count = '0'] = process.argv.slice(2);
const pages: Page[] = [];
let expected = 0;
let begun = 0;
let whenBegun = () => {};
let whenComplete = () => {};
let report = emptyReport();

function emptyReport(): Heard {
  return { complete: 0, again: 0, disordered: 0, payloads: {}, firstAt: 0, lastAt: 0 };
}

function add(): void {
  const page: Page = { heard: new Set(), last: 0, isDisordered: false };
  pages.push(page);
  const question = {
    url,
    apiKey,
    id: randomUUID(),
    query: String(OnBookEventDocument),
    variables: { bookId: null, kind: 'ON_SALE' },
  };
  new Subscriber(question, (text) => {
    const at = text.indexOf(SEQ);
    if (at >= 0) return hear(page, text, at + SEQ.length);
    if (text.includes('start_ack')) begun += 1;
    else if (text.includes('"error"')) throw new Error(String(text));
    whenBegun();
  });
}

function hear(page: Page, text: Buffer, at: number): void {
  const seq = Number(text.toString('latin1', at, text.indexOf('"', at)));
  if (page.heard.has(seq)) {
    report.again += 1;
    return;
  }
  page.heard.add(seq);
  page.isDisordered ||= seq < page.last;
  page.last = Math.max(page.last, seq);
  report.lastAt = performance.timeOrigin + performance.now();
  report.firstAt ||= report.lastAt;
  if (page === pages[0]) {
    report.payloads[seq] = text.toString(
      'utf8',
      text.indexOf(PAYLOAD) + PAYLOAD.length,
      text.length - 1,
    );
  }
  if (page.heard.size < expected) return;
  report.complete += 1;
  if (report.complete === pages.length) whenComplete();
}

while (pages.length < Number(count)) {
  const more = Math.min(AT_ONCE, Number(count) - pages.length);
  const enough = begun + more;
  const all = new Promise<void>((resolve) => {
    whenBegun = () => begun >= enough && resolve();
  });
  for (let n = 0; n < more; n += 1) add();
  await all;
}

process.on('message', async (events: number) => {
  expected = events;
  report = emptyReport();
  for (const page of pages) Object.assign(page, { heard: new Set(), last: 0, isDisordered: false });
  const complete = new Promise<void>((resolve) => {
    whenComplete = resolve;
  });
  process.send?.('listening');
  while ((await Promise.race([complete, silence()])) === 'still talking');
  report.disordered = pages.filter(({ isDisordered }) => isDisordered).length;
  process.send?.(report);
});

/** Resolves after `PATIENCE_MS`, with `still talking` if an event arrived in the meantime. */
async function silence(): Promise<'still talking' | 'silent'> {
  const before = report.lastAt;
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return report.lastAt > before ? 'still talking' : 'silent';
}

process.send?.('ready');

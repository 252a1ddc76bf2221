import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  OnBookEventDocument,
  type OnBookEventSubscription,
} from '../../../client/src/generated/documents.ts';
import {
  authorizationFor,
  createRealtime,
  createShinkanClient,
} from '../../../client/src/index.ts';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { eventually } from '../../support/eventually.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { anIngestWorld } from '../../support/kills/ingestWorld.ts';
import type { Decide } from '../../support/kills/openDoor.ts';
import { someIsbns } from '../../support/world.ts';

const open = anIngestWorld();
const SOLD = 30;
const isbns = someIsbns(5 * SOLD);
const database = () => openStackDatabase(open().stack);
const opened: { close(): void }[] = [];
let files = 0;

beforeAll(async () => {
  const books = isbns.map((isbn, index) => announced(`S-${index}`, 1, { ISBN: isbn }));
  const { status } = await open().run(await open().put(toFeed(...books)));
  expect(status).toBe('SUCCEEDED');
});
afterEach(() => {
  open().door.decide = undefined;
  for (const one of opened.splice(0)) one.close();
});

/** Puts these books on sale; returns the numbers of their events, which are not yet published. */
async function theShopSells(some: string[]): Promise<string[]> {
  await recordOnSale(
    database(),
    some.map((isbn) => ({ isbn, onSaleAt: '2027-01-05 00:00:00', productUrl: null })),
  );
  const rows = await unpublished();
  expect(rows).toHaveLength(some.length);
  return rows;
}

async function unpublished(): Promise<string[]> {
  const rows = await database().query<{ seq: number }>(
    'select seq from book_event where published_at is null order by seq',
  );
  return rows.map((row) => String(row.seq));
}

/**
 * Runs the ingest workflow on a file of one book, which publishes all unpublished events at its
 * end.
 */
async function theWorkflowPublishes() {
  files += 1;
  const file = toFeed(announced(`F-${files}`, 2));
  return open().run(await open().put(file, `shinkan_20270106_delta_${files}.csv`));
}

/** A page that follows the log as the product’s client does. */
async function aFollower(): Promise<string[]> {
  const { graphql: endpoint, realtime: realtimeEndpoint, apiKey } = open().stack;
  const client = createShinkanClient({ endpoint, realtimeEndpoint, apiKey });
  opened.push(client);
  const seen: string[] = [];
  await new Promise<void>((resolve) => {
    client.onBookEvents({
      kind: 'ON_SALE',
      onEvent: (event) => seen.push(event.seq),
      onState: (state) => state === 'live' && resolve(),
    });
  });
  return seen;
}

/** A bare socket that records every push as it comes. */
async function aBareSocket(): Promise<string[]> {
  const { realtime: url, apiKey } = open().stack;
  const realtime = createRealtime({ url, authorization: authorizationFor({ apiKey }) });
  opened.push(realtime);
  const pushed: string[] = [];
  await new Promise<void>((resolve) => {
    realtime.subscribe<OnBookEventSubscription>(
      OnBookEventDocument.toString(),
      { bookId: null, kind: 'ON_SALE' },
      {
        ready: resolve,
        lost: () => {},
        next: ({ data }) => {
          if (data?.onBookEvent) pushed.push(data.onBookEvent.seq);
        },
        error: () => {},
      },
    );
  });
  return pushed;
}

/** Kills the publisher at its n-th mark, which follows the n-th answer of the API. */
function killAtMark(number: number, moment: 'before' | 'after') {
  const plan = { marks: 0, isDead: false };
  const decide: Decide = async (call) => {
    if (!call.body.includes('set e.published_at') || plan.isDead) return call.pass();
    plan.marks += 1;
    if (plan.marks !== number) return call.pass();
    plan.isDead = true;
    const { pid } = call;
    if (moment === 'after') await call.pass();
    process.kill(pid, 'SIGKILL');
    return 'silence';
  };
  open().door.decide = decide;
  return plan;
}

describe('a publisher that is killed', { timeout: 120_000 }, () => {
  it.each([
    [1, 'before', 25],
    [2, 'before', SOLD - 25],
    [1, 'after', 0],
    [2, 'after', 0],
  ] as const)(
    'at mark %i, a publisher killed %s it publishes %i again, and a follower sees each once',
    async (number, moment, again) => {
      const follower = await aFollower();
      const socket = await aBareSocket();
      const part = 2 * (number - 1) + (moment === 'before' ? 0 : 1);
      const sold = await theShopSells(isbns.slice(part * SOLD, part * SOLD + SOLD));
      const plan = killAtMark(number, moment);
      expect(await theWorkflowPublishes()).toMatchObject({ status: 'SUCCEEDED' });
      expect(plan.isDead).toBe(true);
      // Half a minute later the dead publisher’s hold has expired, and the next run publishes.
      await database().execute(`update hold set until_at = '2000-01-01' where name = 'publish'`);
      await theWorkflowPublishes();
      expect(await unpublished()).toEqual([]);

      await eventually('all pushes', () => socket.length >= SOLD + again);
      expect(socket).toHaveLength(SOLD + again);
      expect([...new Set(socket)].sort(byNumber)).toEqual(sold);
      expect(follower.toSorted(byNumber)).toEqual(sold);
    },
  );
});

describe('events that the API rejects', { timeout: 60_000 }, () => {
  it('events that the API rejects stay unpublished and do not block later ones, even if they fill whole requests', async () => {
    await database().execute(
      `insert into book_event (seq, book_id, kind, occurred_at, event_key)
       select c.last_seq + row_number() over (order by b.id), concat('gone-', b.id), 'ON_SALE',
         utc_timestamp(6), concat('GONE:', b.id)
       from book_event_counter c join book b on b.id is not null
       order by b.id limit 60`,
    );
    await database().execute(
      'update book_event_counter set last_seq = (select max(seq) from book_event)',
    );
    const gone = await unpublished();
    expect(gone).toHaveLength(60);
    const follower = await aFollower();
    await recordOnSale(
      database(),
      isbns
        .slice(4 * SOLD)
        .map((isbn) => ({ isbn, onSaleAt: '2027-01-05 00:00:00', productUrl: null })),
    );
    await theWorkflowPublishes();
    expect(await unpublished()).toEqual(gone);
    await eventually('the events behind them', () => follower.length >= SOLD);
    expect(follower).toHaveLength(SOLD);
  });
});

function byNumber(one: string, other: string): number {
  return Number(one) - Number(other);
}

import type { ApolloClient } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCatchUp } from '../../../../web/src/live/createCatchUp.ts';
import { rememberIn } from './rememberIn.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The log of sales, the queries sent to it, and the sales reported to a member. */
let log: { seq: string; bookId: string; occurredAt: string }[];
let asked: (string | undefined)[];
let heard: string[];
let isAway: boolean;
let kept: Map<string, string>;
/** How often everything has been read. */
let done: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockImplementation(() => {});
  [log, asked, heard, isAway, kept, done] = [[], [], [], false, new Map(), 0];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function sells(seq: number, daysAgo = 0): void {
  const occurredAt = new Date(Date.now() - daysAgo * DAY).toISOString();
  log.push({ seq: String(seq), bookId: `b${seq}`, occurredAt });
}

// The two queries that are sent, and nothing else of Apollo.
const client = {
  async query({ variables }: { variables?: { after: string } }) {
    asked.push(variables?.after);
    if (isAway) throw new Error('away');
    const end = log.at(-1)?.seq ?? '0';
    if (variables === undefined) return { data: { latestBookEventCursor: end } };
    const rest = log.filter(({ seq }) => Number(seq) > Number(variables.after));
    const events = rest.slice(0, 2);
    const hasNextPage = rest.length > 2;
    const endCursor = hasNextPage ? events.at(-1)?.seq : end;
    return { data: { bookEvents: { events, endCursor, hasNextPage } } };
  },
} as unknown as ApolloClient;

function visitOf(member: string, wants: (bookId: string) => unknown = () => true) {
  const visit = createCatchUp({
    client,
    memory: rememberIn(kept),
    isWanted: async (bookId) => Boolean(await wants(bookId)),
    onSale: ({ bookId }) => heard.push(bookId),
    onDone: async () => {
      done += 1;
    },
  });
  visit.setMember(member);
  return visit;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('createCatchUp', () => {
  it('createCatchUp reports nothing at the first visit, which starts with new sales', async () => {
    sells(1);
    visitOf('m1');
    await settle();
    expect(heard).toEqual([]);
    expect(asked).toEqual([undefined]);
  });

  it('createCatchUp reports sales of subscribed books at the next visit, over all pages of the log', async () => {
    sells(1);
    visitOf('m1');
    await settle();
    for (let seq = 2; seq <= 7; seq += 1) sells(seq);
    visitOf('m1', (bookId) => bookId !== 'b4');
    await settle();
    expect(heard).toEqual(['b2', 'b3', 'b5', 'b6', 'b7']);
  });

  it('createCatchUp reports a sale once: the visit after it starts behind it', async () => {
    visitOf('m1');
    await settle();
    sells(1);
    visitOf('m1');
    await settle();
    visitOf('m1');
    await settle();
    expect(heard).toEqual(['b1']);
  });

  it('createCatchUp skips sales older than two weeks', async () => {
    visitOf('m1');
    await settle();
    sells(1, 15);
    sells(2, 13);
    visitOf('m1');
    await settle();
    expect(heard).toEqual(['b2']);
  });

  it('createCatchUp retries later if the API is down', async () => {
    visitOf('m1');
    await settle();
    sells(1);
    isAway = true;
    visitOf('m1');
    await settle();
    expect(heard).toEqual([]);
    isAway = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(heard).toEqual(['b1']);
  });

  it('createCatchUp starts at the end of the log after an absence longer than it reads', async () => {
    visitOf('m1');
    await settle();
    for (let seq = 1; seq <= 150; seq += 1) sells(seq);
    visitOf('m1');
    await settle();
    expect(heard).toHaveLength(100);
    heard = [];
    visitOf('m1');
    await settle();
    expect(heard).toEqual([]);
  });

  it('createCatchUp reports no sale of a member who signs out while it asks about the book', async () => {
    visitOf('m1');
    await settle();
    for (const seq of [1, 2]) sells(seq);
    const before = new Map(kept);
    const about: string[] = [];
    const visit = visitOf('m1', (bookId) => {
      about.push(bookId);
      visit.setMember(null);
      return true;
    });
    await settle();
    expect({ about, heard }).toEqual({ about: ['b1'], heard: [] });
    // The next visit begins where this one did.
    expect(kept).toEqual(before);
    expect(done).toBe(1);
  });

  it('createCatchUp is not done for a member who signs out while the log is read', async () => {
    const visit = visitOf('m1');
    visit.setMember(null);
    await settle();
    expect(asked).toEqual([undefined]);
    expect(kept.size).toBe(0);
    expect(done).toBe(0);
  });
});

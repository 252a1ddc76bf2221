import type { ApolloClient } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCatchUp } from '../../../../web/src/live/createCatchUp.ts';
import { rememberIn } from './rememberIn.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The log of sales, what was asked of it, and what a member heard. */
let log: { seq: string; bookId: string; occurredAt: string }[];
let asked: (string | undefined)[];
let heard: string[];
let isAway: boolean;
let kept: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'info').mockImplementation(() => {});
  [log, asked, heard, isAway, kept] = [[], [], [], false, new Map()];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function sells(seq: number, daysAgo = 0): void {
  const occurredAt = new Date(Date.now() - daysAgo * DAY).toISOString();
  log.push({ seq: String(seq), bookId: `b${seq}`, occurredAt });
}

// The two questions that are asked, and no more of Apollo.
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

function visitOf(member: string, wants = (_bookId: string) => true) {
  const visit = createCatchUp({
    client,
    memory: rememberIn(kept),
    isWanted: async (bookId) => wants(bookId),
    onSale: ({ bookId }) => heard.push(bookId),
    onDone: async () => {},
  });
  visit.setMember(member);
  return visit;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('what went on sale while a member was away', () => {
  it('is nothing at the first visit, which begins with news', async () => {
    sells(1);
    visitOf('m1');
    await settle();
    expect(heard).toEqual([]);
    expect(asked).toEqual([undefined]);
  });

  it('is told at the next visit, of the books that are waited for, over all pages of the log', async () => {
    sells(1);
    visitOf('m1');
    await settle();
    for (let seq = 2; seq <= 7; seq += 1) sells(seq);
    visitOf('m1', (bookId) => bookId !== 'b4');
    await settle();
    expect(heard).toEqual(['b2', 'b3', 'b5', 'b6', 'b7']);
  });

  it('is told once: the visit after it begins behind it', async () => {
    visitOf('m1');
    await settle();
    sells(1);
    visitOf('m1');
    await settle();
    visitOf('m1');
    await settle();
    expect(heard).toEqual(['b1']);
  });

  it('is no news any more after two weeks', async () => {
    visitOf('m1');
    await settle();
    sells(1, 15);
    sells(2, 13);
    visitOf('m1');
    await settle();
    expect(heard).toEqual(['b2']);
  });

  it('is read later where the API is away', async () => {
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

  it('has an end: who was away for longer than the log is read begins anew', async () => {
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
});

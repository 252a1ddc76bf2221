import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  authorizationFor,
  type BookEvent,
  createRealtime,
  type Realtime,
} from '../../../client/src/index.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { askAsWorkflow, publish } from './publish.ts';

type PushedEvent = Pick<BookEvent, 'seq' | 'bookId'> & { book: { title: string } };

const LISTEN = 'subscription { onBookEvent { seq bookId book { title } } }';
const PUBLISH =
  'mutation ($seq: ID!) { publishBookEvent(seq: $seq) { seq kind bookId book { title } } }';

/** Well above the time that a push takes. */
const LONG_ENOUGH_MS = 500;

let realtime: Realtime;
let shelf: Shelf;
let pushed: PushedEvent[];

/** Receives every push as it is, dropping nothing. */
beforeEach(async () => {
  const { realtime: url, apiKey } = testStack();
  realtime = createRealtime({ url, authorization: authorizationFor({ apiKey }) });
  shelf = openShelf(openStackDatabase(testStack()));
  pushed = [];
  await new Promise<void>((resolve, reject) => {
    realtime.subscribe<{ onBookEvent: PushedEvent }>(
      LISTEN,
      {},
      {
        next: ({ data }) => data && pushed.push(data.onBookEvent),
        ready: resolve,
        error: reject,
      },
    );
  });
});
afterEach(() => realtime.close());

/** Publishes a real event, whose arrival shows that the attempts before it did not arrive. */
async function publishTruth(): Promise<string> {
  const seq = await shelf.happen(await shelf.add({ title: '本当の知らせ' }), 'ON_SALE');
  await publish(testStack(), seq);
  await vi.waitFor(() => expect(pushed.map((event) => event.seq)).toContain(seq), {
    timeout: 10_000,
  });
  await pause(LONG_ENOUGH_MS);
  return seq;
}

async function tokenOfAMember(): Promise<string> {
  const [member] = testStack().members;
  if (member === undefined) throw new Error('The stack has no members');
  return signIn(testStack(), member.login, member.password);
}

async function tokenOfAnOperator(): Promise<string> {
  const { login, password } = testStack().operator;
  return signIn(testStack(), login, password);
}

describe('publishBookEvent', () => {
  it.each([
    ['the public key', async () => undefined],
    ['the token of a member', tokenOfAMember],
    ['the token of an operator', tokenOfAnOperator],
  ])('publishBookEvent is denied to %s, and reaches nobody', async (_who, token) => {
    const bookId = await shelf.add();
    const seq = await shelf.happen(bookId, 'ON_SALE');
    const answer = await ask(testStack(), PUBLISH, { seq }, await token());
    expect(answer.data).toEqual({ publishBookEvent: null });
    expect(answer.errors).toMatchObject([{ errorType: 'Unauthorized' }]);
    await publishTruth();
    expect(pushed.filter((event) => event.bookId === bookId)).toEqual([]);
  });

  it('publishBookEvent is denied without any credentials', async () => {
    const response = await fetch(testStack().graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: PUBLISH, variables: { seq: '1' } }),
    });
    expect(response.status).toBe(401);
  });

  it.each([
    '9007199254740991',
    '0',
    '-1',
    '1e3',
    ' 1',
    '１',
    '',
    '本日発売',
    '<b>今すぐ購入</b>',
    '1; select 1',
  ])(
    'publishBookEvent with the seq "%s", which is not in the log, returns null and reaches nobody',
    async (seq) => {
      const before = pushed.length;
      const answer = await askAsWorkflow(testStack(), PUBLISH, { seq });
      expect(answer.data).toEqual({ publishBookEvent: null });
      expect(answer.errors).toMatchObject([{ errorType: 'EventNotFound' }]);
      await publishTruth();
      // In between there may be events published by the workflow itself; all of them are in the log.
      for (const event of pushed.slice(before)) expect(event).toEqual(await inTheLog(event.seq));
    },
  );

  it.each(['title: "嘘"', 'book: { title: "嘘" }', 'bookId: "b"', 'kind: ON_SALE'])(
    'publishBookEvent takes no content from its caller: %s',
    async (argument) => {
      const seq = await shelf.happen(await shelf.add(), 'ON_SALE');
      const query = `mutation { publishBookEvent(seq: "${seq}", ${argument}) { seq } }`;
      const answer = await askAsWorkflow(testStack(), query, {});
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors?.[0]?.message).toContain('Unknown field argument');
      await publishTruth();
      expect(pushed.map((event) => event.seq)).not.toContain(seq);
    },
  );
});

/** The same event in the database. */
async function inTheLog(seq: string): Promise<PushedEvent | null> {
  const [row] = await openStackDatabase(testStack()).query<{ book_id: string; title: string }>(
    `select e.book_id, b.title from book_event e join book b on b.id = e.book_id
     where e.seq = cast(:seq as signed)`,
    { seq },
  );
  return row === undefined ? null : { seq, bookId: row.book_id, book: { title: row.title } };
}

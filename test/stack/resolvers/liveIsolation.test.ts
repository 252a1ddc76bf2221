import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  RealtimeConnection,
  type RealtimeMessage,
} from '../../../tools/conformance/realtimeConnection.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { eventually } from '../../support/eventually.ts';
import { inLanes } from '../../support/inLanes.ts';
import { openShelf } from '../../support/shelf.ts';
import { decode } from '../auth/forged/jws.ts';
import { askAsWorkflow, publish } from './publish.ts';

const EVENTS = 1_000;
const KINDS = ['ANNOUNCED', 'RESCHEDULED', 'CANCELLED', 'REVIVED', 'ON_SALE'] as const;
const SEEN = 'seq kind bookId book { id title subscribed }';

interface Happened {
  seq: string;
  bookId: string;
  kind: string;
}

/** A subscription: what it asks for, and exactly which events it must hear. */
interface Listener {
  name: string;
  document: string;
  variables?: object;
  hears(event: Happened): boolean;
}

const DECLARED = `subscription ($id: ID, $kind: BookEventKind) {
  onBookEvent(bookId: $id, kind: $kind) { ${SEEN} }
}`;

function listeners([mine, theirs]: string[]): Listener[] {
  const all = () => true;
  const of = (id: string | undefined) => (event: Happened) => event.bookId === id;
  const asked = (args: string) => `subscription { onBookEvent${args} { ${SEEN} } }`;
  return [
    { name: 'no argument', document: asked(''), hears: all },
    { name: 'nulls', document: asked('(bookId: null, kind: null)'), hears: all },
    { name: 'variables without values', document: DECLARED, hears: all },
    {
      name: 'variables of null',
      document: DECLARED,
      variables: { id: null, kind: null },
      hears: all,
    },
    {
      name: 'a variable that is not declared besides',
      document: asked(`(bookId: "${mine}")`),
      variables: { bookId: theirs, kind: 'ON_SALE', memberId: '1' },
      hears: of(mine),
    },
    { name: 'a book', document: asked(`(bookId: "${mine}")`), hears: of(mine) },
    { name: 'another book', document: DECLARED, variables: { id: theirs }, hears: of(theirs) },
    {
      name: 'a kind',
      document: DECLARED,
      variables: { kind: 'CANCELLED' },
      hears: ({ kind }) => kind === 'CANCELLED',
    },
    {
      name: 'a book and a kind',
      document: DECLARED,
      variables: { id: mine, kind: 'ON_SALE' },
      hears: ({ bookId, kind }) => bookId === mine && kind === 'ON_SALE',
    },
    { name: 'a book that is not there', document: asked('(bookId: "none")'), hears: () => false },
    {
      name: 'a book in other letters',
      document: asked(`(bookId: "${mine?.toUpperCase()}")`),
      hears: () => false,
    },
    { name: 'a pattern', document: asked('(bookId: "*")'), hears: () => false },
    { name: 'a part of an id', document: asked('(bookId: "test-")'), hears: () => false },
    {
      name: 'an alias',
      document: `subscription { onBookEvent(bookId: "${mine}") { seq: seq kind bookId book { id title subscribed } } }`,
      hears: of(mine),
    },
  ];
}

/** Subscriptions that must be rejected. */
const REFUSED: [string, string, object?][] = [
  ['an extra argument', 'subscription { onBookEvent(memberId: "1") { seq } }'],
  ['an argument of another field', 'subscription { onBookEvent(seq: "1") { seq } }'],
  ['a filter', 'subscription { onBookEvent(filter: { bookId: { ne: "x" } }) { seq } }'],
  ['a list of books', 'subscription { onBookEvent(bookId: ["a", "b"]) { seq } }'],
  ['an object', 'subscription { onBookEvent(bookId: { ne: "a" }) { seq } }'],
  [
    'a list by a variable',
    'subscription ($id: ID) { onBookEvent(bookId: $id) { seq } }',
    { id: ['a'] },
  ],
  [
    'an object by a variable',
    'subscription ($id: ID) { onBookEvent(bookId: $id) { seq } }',
    { id: { ne: '' } },
  ],
  [
    'a list of ids as a type',
    'subscription ($id: [ID]) { onBookEvent(bookId: $id) { seq } }',
    { id: ['a'] },
  ],
  [
    'a variable that is not declared',
    'subscription { onBookEvent(bookId: $id) { seq } }',
    { id: 'a' },
  ],
  ['a kind that is none', 'subscription { onBookEvent(kind: SOLD) { seq } }'],
  ['a kind as a text', 'subscription { onBookEvent(kind: "ON_SALE") { seq } }'],
  ['all kinds', 'subscription { onBookEvent(kind: [ON_SALE, CANCELLED]) { seq } }'],
  ['an argument twice', 'subscription { onBookEvent(bookId: "a", bookId: "b") { seq } }'],
  ['two subscriptions in one', 'subscription { a: onBookEvent { seq } b: onBookEvent { seq } }'],
  ['a field of members', 'subscription { onBookEvent { seq viewer { id } } }'],
  ['subscribers of a book', 'subscription { onBookEvent { book { subscribers { id } } } }'],
  ['a query', '{ viewer { id } }'],
  ['a mutation', 'mutation { publishBookEvent(seq: "1") { seq } }'],
];

const connections: RealtimeConnection[] = [];
let askers: { name: string; proof: object }[];
let tokens: string[];
/** The book that member A is subscribed to. */
let subscribed = '';

beforeAll(async () => {
  const stack = testStack();
  tokens = await Promise.all(
    stack.members.slice(0, 2).map(({ login, password }) => signIn(stack, login, password)),
  );
  const host = new URL(stack.graphql).host;
  askers = [
    { name: 'a stranger', proof: { host, 'x-api-key': stack.apiKey } },
    { name: 'member A', proof: { host, Authorization: tokens[0] } },
    { name: 'member B', proof: { host, Authorization: tokens[1] } },
  ];
});
afterAll(async () => {
  for (const connection of connections) connection.close();
  const leave = 'mutation ($id: ID!) { unsubscribeFromBook(bookId: $id) { bookId } }';
  if (subscribed !== '') await ask(testStack(), leave, { id: subscribed }, tokens[0]);
});

async function connect(proof: object): Promise<RealtimeConnection> {
  const connection = await RealtimeConnection.open(testStack().realtime, 'protocol', proof);
  connections.push(connection);
  return connection.acknowledged();
}

const eventIn = ({ payload }: RealtimeMessage) => payload?.data?.onBookEvent;

describe.skipIf(!canReach('database') || !canReach('identity'))('bar 09 live leak', () => {
  it(`each subscription gets all of its own among ${EVENTS} events, and nothing about a member`, async () => {
    const shelf = openShelf(openStackDatabase(testStack()));
    const bookIds = [await shelf.add(), await shelf.add(), await shelf.add()];
    subscribed = bookIds[0] ?? '';
    await ask(
      testStack(),
      'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }',
      { id: subscribed },
      tokens[0],
    );
    const listening = await Promise.all(
      askers.map(async ({ name, proof }) => {
        const connection = await connect(proof);
        const asked = listeners(bookIds);
        for (const [index, { document, variables }] of asked.entries()) {
          const { type, payload } = await connection.subscribe(`${index}`, document, variables);
          expect(type, `${name}: ${asked[index]?.name}: ${JSON.stringify(payload)}`).toBe(
            'start_ack',
          );
        }
        return { name, connection, asked };
      }),
    );

    const happened = await shelf.happenMany(
      Array.from({ length: EVENTS }, (_, n) => ({
        bookId: bookIds[n % 3] ?? '',
        kind: KINDS[n % 5] ?? '',
      })),
    );
    await inLanes(4, happened, ({ seq }) => publish(testStack(), seq));
    // Published last and on its own: a subscription with foreign events has heard them by then.
    const [end] = await shelf.happenMany([{ bookId: bookIds[0] ?? '', kind: 'ON_SALE' }]);
    await publish(testStack(), end?.seq ?? '');

    const numbers = new Set([...happened, end].map((event) => event?.seq));
    const heard = (connection: RealtimeConnection, id: string) =>
      connection
        .received(id)
        .map((message) => String(eventIn(message)?.seq))
        // Other workflows of the stack may publish events of other books.
        .filter((seq) => numbers.has(seq))
        .sort();
    const due = ({ hears }: Listener) =>
      [...happened, ...(end ? [end] : [])]
        .filter(hears)
        .map(({ seq }) => seq)
        .sort();
    for (const { name, connection, asked } of listening) {
      for (const [index, listener] of asked.entries()) {
        const count = due(listener).length;
        await eventually(
          `${name}, ${listener.name}, to hear ${count}`,
          () => heard(connection, `${index}`).length >= count,
        );
      }
    }
    for (const { name, connection, asked } of listening) {
      for (const [index, listener] of asked.entries()) {
        expect(heard(connection, `${index}`), `${name}: ${listener.name}`).toEqual(due(listener));
      }
      const frames = connection.messages.filter(({ type }) => type === 'data');
      expect(frames.filter((frame) => eventIn(frame)?.book.subscribed !== null)).toEqual([]);
      expect(frames.filter(({ payload }) => namesMember(JSON.stringify(payload)))).toEqual([]);
    }
  }, 180_000);

  it.each(REFUSED)('the API rejects a subscription with %s', async (_, document, variables) => {
    for (const { name, proof } of askers) {
      const connection = await connect(proof);
      const { type, payload } = await connection.subscribe('1', document, variables);
      expect(type, `${name}: ${JSON.stringify(payload)}`).toBe('error');
      connection.close();
    }
  });

  it('only the workflow can push, and nobody can push their own content', async () => {
    const shelf = openShelf(openStackDatabase(testStack()));
    const bookId = await shelf.add();
    const [event] = await shelf.happenMany([{ bookId, kind: 'ON_SALE' }]);
    const seq = event?.seq ?? '';
    const listener = await connect(askers[0]?.proof ?? {});
    await listener.subscribe('1', `subscription { onBookEvent(bookId: "${bookId}") { ${SEEN} } }`);

    const document = `mutation { publishBookEvent(seq: "${seq}") { ${SEEN} } }`;
    const { operator } = testStack();
    const operators = await signIn(testStack(), operator.login, operator.password);
    for (const token of [undefined, ...tokens, operators]) {
      const { data, errors } = await ask(testStack(), document, {}, token);
      expect(data?.publishBookEvent ?? null).toBeNull();
      expect(errors?.[0]?.errorType).toBe('Unauthorized');
    }
    for (const own of [
      `mutation { publishBookEvent(seq: "${seq}", title: "買って") { ${SEEN} } }`,
      `mutation { publishBookEvent(seq: "${seq}", book: { title: "買って" }) { ${SEEN} } }`,
      `mutation { publishBookEvent(seq: "999999999999") { ${SEEN} } }`,
      `mutation { publishBookEvent(seq: "${seq} or 1=1") { ${SEEN} } }`,
    ]) {
      const { data, errors } = await askAsWorkflow(testStack(), own, {});
      expect(data?.publishBookEvent ?? null).toBeNull();
      expect(errors).not.toEqual([]);
    }
    // The workflow's own is the first and only one that arrives.
    await publish(testStack(), seq);
    const { payload } = await listener.next('data', '1');
    expect(payload?.data.onBookEvent).toMatchObject({ seq, bookId, kind: 'ON_SALE' });
    expect(listener.received('1')).toHaveLength(1);
  });
});

/** Whether a text names one of the stack's members by anything that could appear in a frame. */
function namesMember(text: string): boolean {
  const { members, operator } = testStack();
  const words = [...members, operator].flatMap(({ login, email }) => [`"${login}"`, email]);
  const subjects = tokens.map((token) => {
    const { sub, name } = decode(token).claims;
    return { sub: String(sub), name: String(name) };
  });
  words.push(...subjects.flatMap(({ sub, name }) => [`"${sub}"`, name]));
  return words.some((word) => word !== '' && text.includes(word));
}

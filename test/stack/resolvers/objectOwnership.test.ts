import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RealtimeConnection } from '../../../tools/conformance/realtimeConnection.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, type GraphqlAnswer, signIn } from '../../../tools/testing/graphql.ts';
import { canReach, testStack } from '../../../tools/testing/testStack.ts';
import { productSchema, schemaArguments } from '../../support/schemaArguments.ts';
import { openShelf } from '../../support/shelf.ts';
import { post, signsIn } from '../auth/aSession.ts';
import { decode } from '../auth/forged/jws.ts';
import { ownershipCases, type Pair, type Things } from './attacks/ownershipCases.ts';

interface Own {
  viewer: {
    subscriptions: { edges: { cursor: string; node: { bookId: string; since: string } }[] };
  };
}

let mine: string;
let theirs: string;
let things: Things;

beforeAll(async () => {
  const [one, other] = testStack().members;
  if (!one || !other) throw new Error('the stack has fewer than two members');
  mine = await signIn(testStack(), one.login, one.password);
  theirs = await signIn(testStack(), other.login, other.password);
  things = await prepare();
});

afterAll(async () => {
  await leave(theirs, ...(things?.book ?? []));
  for (const document of [
    'mutation { unsubscribeFromContributor(contributorId: "c-bar08-1") { since } }',
    'mutation { unsubscribeFromSeries(seriesId: "s-bar08-1") { since } }',
  ]) {
    await ask(testStack(), document, {}, theirs);
  }
});

/** Everything that the other member sees of their own, and that must stay as it is. */
const seenByThem = () =>
  ask<Own>(
    testStack(),
    `{ viewer { id displayName mail { language stoppedAt }
       subscriptions(first: 100) { totalCount edges { cursor node { bookId since } } }
       standingSubscriptions(first: 100) { totalCount edges { cursor node { id since roles } } } } }`,
    {},
    theirs,
  );

async function prepare(): Promise<Things> {
  const books = canReach('database') ? await twoBooks() : await twoListedBooks();
  const [theirBook, noBook] = books;
  await ask(
    testStack(),
    'mutation ($id: ID!) { subscribeToBook(bookId: $id) { since } }',
    { id: theirBook },
    theirs,
  );
  const waiting = `{ upcomingBooks(first: 100, filter: { subscribed: true }) { edges { cursor node { id } } } }`;
  const { data } = await ask<{
    upcomingBooks: { edges: { cursor: string; node: { id: string } }[] };
  }>(testStack(), waiting, {}, theirs);
  const upcoming = data?.upcomingBooks.edges.find(({ node }) => node.id === theirBook)?.cursor;
  const own = (await seenByThem()).data?.viewer.subscriptions.edges;
  const cursor = own?.find(({ node }) => node.bookId === theirBook)?.cursor;
  if (!upcoming || !cursor) throw new Error('the other member has no such subscription');
  // Nothing lies between the two positions.
  const beside = (place: string): Pair => [place, place.replace(theirBook, `${theirBook}!`)];
  if (canReach('database')) {
    await keepOperators(theirBook);
    await keepNames();
  }
  const unknown = randomUUID();
  return {
    book: [theirBook, noBook],
    contributor: ['c-bar08-1', 'c-bar08-2'],
    series: ['s-bar08-1', 's-bar08-2'],
    upcomingCursor: beside(upcoming),
    seriesCursor: beside(`999999999${upcoming}`),
    subscriptionCursor: beside(cursor),
    standingCursor: [`99991231235959999999~c-bar08-1`, `99991231235959999999~${unknown}`],
    run: ['bar08', unknown],
    heldRun: ['bar08-held', unknown],
    runCursor: [`00000000000000000000~bar08`, `00000000000000000000~${unknown}`],
    rejectCursor: ['1', '999'],
    mail: ['bar08-mail', unknown],
    failedMail: ['bar08-failed', unknown],
    join: ['j-bar08', unknown],
    joinedSeries: ['s-bar08-3', unknown],
    joinCursor: [`99991231235959999999~j-bar08`, `99991231235959999999~${unknown}`],
    mailCursor: [`00000000000000000000~bar08-mail`, `00000000000000000000~${unknown}`],
    // After notes still to be sent: only their member may learn that there are any.
    ownMailCursor: [`99991231235959999999~to-come.1`, `99991231235959999999~${unknown}`],
    seq: ['1', '999999999999'],
    executionCursor: [Buffer.from('bar08').toString('base64url'), unknown],
    session: [String(decode(theirs).claims.sid), unknown],
    file: ['bar08.csv', `${unknown}.csv`],
  };
}

/** Two books identical except for their ids. */
async function twoBooks(): Promise<Pair> {
  const shelf = openShelf(openStackDatabase(testStack()));
  const both: Pair = [await shelf.add({ title: '二冊' }), await shelf.add({ title: '二冊' })];
  for (const id of both) await shelf.happen(id, 'ANNOUNCED');
  return both;
}

/** If no book can be added: one from the list, and an id that nobody has. */
async function twoListedBooks(): Promise<Pair> {
  const { data } = await ask<{ upcomingBooks: { edges: { node: { id: string } }[] } }>(
    testStack(),
    '{ upcomingBooks(first: 2) { edges { node { id } } } }',
  );
  const [one, two] = data?.upcomingBooks.edges ?? [];
  if (!one || !two) throw new Error('the stack lists fewer than two books');
  return [one.node.id, two.node.id];
}

/**
 * Two contributors and two series identical except for their ids; the other member waits for the
 * first.
 */
async function keepNames(): Promise<void> {
  const database = openStackDatabase(testStack());
  for (const [table, kind] of [
    ['contributor', 'c'],
    ['series', 's'],
  ]) {
    await database.execute(
      `insert ignore into ${table} (id, name_key, name, joined_to, created_at)
       select concat(:kind, n.id), concat(:kind, n.id), '二人', concat(:kind, n.id), utc_timestamp(6)
       from (select '-bar08-1' as id union all select '-bar08-2') n`,
      { kind: kind ?? '' },
    );
  }
  for (const document of [
    'mutation { subscribeToContributor(contributorId: "c-bar08-1") { since } }',
    'mutation { subscribeToSeries(seriesId: "s-bar08-1") { since } }',
  ]) {
    const { errors } = await ask(testStack(), document, {}, theirs);
    if (errors) throw new Error(JSON.stringify(errors));
  }
}

/** Creates what only operators may see. */
async function keepOperators(bookId: string): Promise<void> {
  const database = openStackDatabase(testStack());
  await database.execute(
    `insert ignore into ingest_run (id, profile, file_key, state, started_at)
     values ('bar08', 'shinkan', 'bar08.csv', 'MERGED', utc_timestamp(6)),
       ('bar08-held', 'shinkan', 'bar08.csv', 'HELD', utc_timestamp(6))`,
  );
  await database.execute(
    `insert ignore into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, created_at, settled_at)
     select 'bar08', max(e.seq), 0, 'SENT', 'bar08-mail', 1, utc_timestamp(6), utc_timestamp(6)
     from book_event e where e.book_id = :bookId
     union all select 'bar08-2', max(e.seq), 0, 'FAILED', 'bar08-failed', 1, utc_timestamp(6), utc_timestamp(6)
     from book_event e where e.book_id = :bookId`,
    { bookId },
  );
  await database.execute(
    `insert ignore into series (id, name_key, name, joined_to, created_at)
     values ('s-bar08-3', 'bar08-3', '三', 's-bar08-3', utc_timestamp(6)),
       ('s-bar08-4', 'bar08-4', '四', 's-bar08-4', utc_timestamp(6)),
       ('s-bar08-5', 'bar08-5', '五', 's-bar08-3', utc_timestamp(6))`,
  );
  await database.execute(
    `insert ignore into catalogue_join (id, kind, from_id, into_id, stands, joined_by, joined_at)
     values ('j-bar08', 'SERIES', 's-bar08-5', 's-bar08-3', 1, '1', utc_timestamp(6))`,
  );
}

const operators = async () =>
  canReach('database')
    ? openStackDatabase(testStack()).query(
        `select id, state, approved_by, discarded_by from ingest_run where id like 'bar08%'
         union all select mail_key, state, concat(attempt), retried_by from mail_outbox where mail_key like 'bar08%'
         union all select id, from_id, into_id, separated_by from catalogue_join
         where from_id like 's-bar08%' or into_id like 's-bar08%'`,
      )
    : [];

/**
 * Queries with a literal in place of `$x`, as the token's member, and removes the requested value
 * from the answer.
 */
async function answerTo(document: string, value: string, token: string): Promise<string> {
  const literal = document.replace('$x', JSON.stringify(value));
  const answer = document.startsWith('subscription')
    ? await subscribe(literal, token)
    : await ask(testStack(), literal, {}, token);
  return withoutLocations(answer).replaceAll(JSON.stringify(value).slice(1, -1), '…');
}

/** The position of an error in the text varies with the length of the value. */
function withoutLocations(answer: GraphqlAnswer<unknown> | object): string {
  return JSON.stringify(answer, (name, value) => (name === 'locations' ? undefined : value));
}

async function subscribe(query: string, token: string): Promise<object> {
  const proof = { host: new URL(testStack().graphql).host, Authorization: token };
  const connection = await RealtimeConnection.open(testStack().realtime, 'protocol', proof);
  try {
    await connection.acknowledged();
    return await connection.subscribe('1', query);
  } finally {
    connection.close();
  }
}

describe('bar 08 object ownership', () => {
  const cases = ownershipCases(productSchema());
  // Books are public: only two identical ones cannot be told apart.
  const asked = cases
    .map(({ names, ...attack }) => ({
      ...attack,
      names: names.filter((kind) => kind !== 'book' || canReach('database')),
    }))
    .filter(({ names }) => names.length > 0);

  it.each(asked)(
    'the API reveals and changes nothing of another’s through $name, not even its existence',
    async ({ document, names }) => {
      const [before, kept] = [await seenByThem(), await operators()];
      for (const kind of names) {
        const [existing, missing] = things[kind];
        const seen = await answerTo(document, existing, mine);
        expect(seen, kind).toBe(await answerTo(document, missing, mine));
        expect(seen).not.toContain('Unavailable');
        // Restore the state for the next one.
        if (kind === 'book') await leave(mine, existing, missing);
      }
      expect(await seenByThem()).toEqual(before);
      expect(await operators()).toEqual(kept);
    },
  );

  async function told(argument: string, token: string): Promise<[string, string]> {
    const { document, names } = cases.find(({ name }) => name === argument) ?? {};
    const [existing, missing] = things[names?.[0] ?? 'book'];
    return [
      await answerTo(document ?? '', existing, token),
      await answerTo(document ?? '', missing, token),
    ];
  }

  it('the answers would differ for the owner', async () => {
    const [book, another] = await told('Query.book.id', theirs);
    expect(book).not.toBe(another);
  });

  it.skipIf(!canReach('database'))('the answers would differ for the operator', async () => {
    const { login, password } = testStack().operator;
    const operator = await signIn(testStack(), login, password);
    for (const argument of ['Query.ingestRun.id', 'Query.outgoingMail.id']) {
      const [run, none] = await told(argument, operator);
      expect(run, argument).not.toBe(none);
    }
  });

  it('the API has one event log for everybody', async () => {
    const document =
      '{ bookEvents(after: "0", first: 20) { events { seq kind bookId } endCursor hasNextPage } }';
    const [own, ...others] = await Promise.all(
      [mine, theirs, undefined].map((token) => ask(testStack(), document, {}, token)),
    );
    expect(own?.errors).toBeUndefined();
    expect(others).toEqual([own, own]);
  });

  it('the API takes a member from no argument', () => {
    const named = schemaArguments().filter(({ path }) =>
      /member|user|viewer|sub$|owner|email|login/i.test(path.at(-1) ?? ''),
    );
    expect(named).toEqual([]);
  });

  it('the API gives no session for a cookie that is not exactly another member’s', async () => {
    const [, other] = testStack().members;
    const { cookie } = await signsIn(other?.login ?? '', other?.password ?? '');
    const altered = `${cookie.slice(0, -2)}${cookie.endsWith('AA') ? 'BB' : 'AA'}`;
    const unknown = `__Host-rt=${'x'.repeat(43)}`;
    const answers = await Promise.all([altered, unknown].map((one) => refresh(one)));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 401 });
    // A stranger who knows nearly all of it signs it out, and it still exists.
    await post('/auth/sign-out', {}, altered);
    expect((await refresh(cookie)).status).toBe(200);
  });
});

async function leave(token: string, ...bookIds: string[]): Promise<void> {
  for (const id of bookIds) {
    await ask(
      testStack(),
      'mutation ($id: ID!) { unsubscribeFromBook(bookId: $id) { bookId } }',
      { id },
      token,
    );
  }
}

async function refresh(cookie: string): Promise<{ status: number; body: string }> {
  const response = await post('/auth/refresh', {}, cookie);
  return { status: response.status, body: response.status === 200 ? '' : await response.text() };
}

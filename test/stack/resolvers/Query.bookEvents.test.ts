import type { RDSRequest } from '@aws-appsync/utils';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Value } from '../../../db/database.ts';
import type { BookEventPage, QueryBookEventsArgs } from '../../../resolvers/generated/schema.ts';
import { request, response } from '../../../resolvers/Query.bookEvents.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { aPrivateRelease } from '../../database/release/privateRelease.ts';
import { examine } from '../../support/examine.ts';
import { openShelf, type Shelf } from '../../support/shelf.ts';
import { answered, asked } from '../../unit/resolvers/resolving.ts';

const READ = `query ($after: String, $first: Int, $kinds: [BookEventKind!], $bookId: ID) {
  bookEvents(after: $after, first: $first, kinds: $kinds, bookId: $bookId) {
    events { seq bookId kind } endCursor hasNextPage
  }
}`;

describe('the log of events', () => {
  let shelf: Shelf;
  let before: string;

  async function read(variables: QueryBookEventsArgs): Promise<BookEventPage> {
    const { data, errors } = await ask<{ bookEvents: BookEventPage }>(testStack(), READ, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.bookEvents;
  }
  const seqs = ({ events }: BookEventPage) => events.map(({ seq }) => seq);

  beforeEach(async () => {
    shelf = openShelf(openStackDatabase(testStack()));
    before = (await read({ kinds: [] })).endCursor;
  });

  it('bookEvents returns the events of one book, page by page, and then the end of the whole log', async () => {
    const [one, other] = [await shelf.add(), await shelf.add()];
    const announced = await shelf.happen(one, 'ANNOUNCED');
    const sold = await shelf.happen(one, 'ON_SALE');
    const later = await shelf.happen(other, 'ANNOUNCED');
    const page = await read({ after: before, first: 1, bookId: one });
    expect(page).toMatchObject({ endCursor: announced, hasNextPage: true });
    expect(seqs(page)).toEqual([announced]);
    const last = await read({ after: page.endCursor, bookId: one });
    expect(seqs(last)).toEqual([sold]);
    expect(last.hasNextPage).toBe(false);
    expect(BigInt(last.endCursor)).toBeGreaterThanOrEqual(BigInt(later));
    expect(seqs(await read({ after: before, bookId: one, kinds: ['ON_SALE'] }))).toEqual([sold]);
    expect(seqs(await read({ after: before, bookId: 'unknown' }))).toEqual([]);
  });

  it.each(['123456789012345678', '999999999999999999'])(
    'bookEvents never goes back from %s',
    async (after) => {
      expect(await read({ after })).toEqual({ events: [], endCursor: after, hasNextPage: false });
    },
  );
});

describe('reading a long log', () => {
  const log = aPrivateRelease();
  const EVENTS = 100_000;
  const BOOKS = 1_000;

  beforeAll(async () => {
    await log.root().query('use shinkan');
  });
  beforeEach(async () => {
    await log.root().query(
      `insert into book (id, profile, record_key, title, contributors, series, release_precision,
         release_text, release_order, status, content_hash, run_id, created_at, updated_at)
       select concat('many-', seq), 'test', seq, '本', '[]', '[]', 'UNKNOWN', '', '9999999999999999',
         'UPCOMING', repeat('0', 64), 'test', utc_timestamp(6), utc_timestamp(6)
       from seq_1_to_${BOOKS}`,
    );
    // One in fifty is a sale; each book has a hundred events, interleaved.
    await log.root().query(
      `insert into book_event (seq, book_id, kind, occurred_at, event_key)
       select seq, concat('many-', 1 + seq mod ${BOOKS}),
         case when seq mod 50 = 0 then 'ON_SALE' when seq mod 2 = 0 then 'RESCHEDULED' else 'ANNOUNCED' end,
         utc_timestamp(6), seq
       from seq_1_to_${EVENTS}`,
    );
    await log.root().query('analyze table book_event');
  });

  const prepare = (args: QueryBookEventsArgs) => {
    const { statements, variableMap }: RDSRequest = request(asked({ args }));
    const values: { [name: string]: Value } = {};
    // Typed loosely there; `query` takes only values.
    for (const name in variableMap) values[name.slice(1)] = variableMap[name] as Value;
    return { statements, values };
  };

  it.each<[string, QueryBookEventsArgs, string, number]>([
    ['one book, from the beginning', { bookId: 'many-7', first: 25 }, 'book_event_book', 26],
    ['one book, at its end', { bookId: 'many-7', after: '99900' }, 'book_event_book', 1],
    ['one kind, from the beginning', { kinds: ['ON_SALE'], first: 25 }, 'book_event_kind', 26],
    ['one kind, at its end', { kinds: ['ON_SALE'], after: '99990' }, 'book_event_kind', 1],
    ['a kind that never happened', { kinds: ['REVIVED'] }, 'book_event_kind', 0],
    ['two kinds', { kinds: ['ON_SALE', 'RESCHEDULED'], first: 25 }, 'PRIMARY', 51],
    ['everything', { first: 25 }, 'PRIMARY', 26],
  ])(
    'bookEvents for %j reads by an index no more than it returns',
    async (_, args, key, events) => {
      const { statements, values } = prepare(args);
      const [end = '', page = ''] = statements;
      // The last entry of an index, and nothing of the table.
      expect((await examine(log.root(), end, values)).read).toBeLessThanOrEqual(1);
      const { plan, read } = await examine(log.root(), page, values);
      expect(plan.find(({ table }) => table === 'e')?.key).toBe(key);
      expect(plan.map(({ extra }) => extra).join()).not.toContain('filesort');
      // Each event, its book, a lookup of the book's contributors and series, and one step beyond.
      expect(read).toBeLessThanOrEqual(4 * events + 2);
    },
  );

  it('bookEvents loses no event that happens while it reads', async () => {
    const args = { bookId: 'many-7', after: String(EVENTS) };
    const { statements, values } = prepare(args);
    const answers: object[][] = [];
    for (const sql of statements) {
      const named = Object.entries(values).filter(([name]) => sql.includes(`:${name}`));
      answers.push(await log.own().query(sql, Object.fromEntries(named)));
      await log.root().query(
        `insert into book_event (seq, book_id, kind, occurred_at, event_key)
         select max(seq) + 1, 'many-7', 'ON_SALE', utc_timestamp(6), uuid() from book_event`,
      );
    }
    // The first of the two was seen; the second lies after the end.
    const { events, endCursor } = response(asked({ args, result: answered(...answers) }));
    expect(events.map(({ seq }) => seq)).toEqual([String(EVENTS + 1)]);
    expect(endCursor).toBe(String(EVENTS + 1));
  });
});

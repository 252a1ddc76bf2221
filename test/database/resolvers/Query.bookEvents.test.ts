import type { RDSRequest } from '@aws-appsync/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../../db/database.ts';
import type { QueryBookEventsArgs } from '../../../resolvers/generated/schema.ts';
import { request, response } from '../../../resolvers/Query.bookEvents.ts';
import { numbersTo } from '../../../tools/bench/lib/numbersTo.ts';
import { examine } from '../../support/examine.ts';
import { type PrivateDatabases, startPrivateDatabases } from '../../support/privateDatabases.ts';
import { answered, asked } from '../../unit/resolvers/resolving.ts';

describe('reading a long log', () => {
  let log: PrivateDatabases;
  const EVENTS = 100_000;
  const BOOKS = 1_000;

  beforeAll(async () => {
    log = await startPrivateDatabases();
    await log.root.query('use shinkan');
    await log.root.query(
      `insert into book (id, profile, record_key, title, contributors, series, release_precision,
         release_text, release_order, status, content_hash, run_id, created_at, updated_at)
       select concat('many-', seq), 'test', seq, '本', '[]', '[]', 'UNKNOWN', '', '9999999999999999',
         'UPCOMING', repeat('0', 64), 'test', utc_timestamp(6), utc_timestamp(6)
       from ${numbersTo(BOOKS)}`,
    );
    // One in fifty is a sale; each book has a hundred events, interleaved.
    await log.root.query(
      `insert into book_event (seq, book_id, kind, occurred_at, event_key)
       select seq, concat('many-', 1 + seq mod ${BOOKS}),
         case when seq mod 50 = 0 then 'ON_SALE' when seq mod 2 = 0 then 'RESCHEDULED' else 'ANNOUNCED' end,
         utc_timestamp(6), seq
       from ${numbersTo(EVENTS)}`,
    );
    await log.root.query('analyze table book_event');
  });
  afterAll(() => log?.stop());

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
      // The last entry of an index, and nothing of the table. MySQL looks for a book that is known
      // to have one at both ends.
      expect((await examine(log.root, end, values)).read).toBeLessThanOrEqual(2);
      const { plan, read } = await examine(log.root, page, values);
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
      answers.push(await log.open('shinkan').query(sql, Object.fromEntries(named)));
      await log.root.query(
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

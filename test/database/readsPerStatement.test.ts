import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Value } from '../../db/database.ts';
import { gramAt } from '../../domain/text/gramAt.ts';
import { measure } from '../../resolvers/lib/search/searchPlan.ts';
import { readFullFileFigures } from '../../services/ingest/guarding/readFigures.ts';
import { numbersTo } from '../../tools/bench/lib/numbersTo.ts';
import { examine } from '../support/examine.ts';
import { type PrivateDatabases, startPrivateDatabases } from '../support/privateDatabases.ts';

const BOOKS = 10_000;
const POSTINGS = 40_000;
const TABLES = ['book', 'book_gram', 'ingest_known', 'ingest_stage', 'ingest_run'];

let catalogue: PrivateDatabases;

beforeAll(async () => {
  catalogue = await startPrivateDatabases();
  const { root } = catalogue;
  await root.query('use shinkan');
  // The statistics of empty tables stay until a test renews them.
  for (const table of TABLES) await root.query('alter table ?? stats_auto_recalc = 0', [table]);
  await root.query('analyze table ??', [TABLES]);
  await root.query(
    `insert into book (id, profile, record_key, isbn, title, contributors, series,
       release_precision, release_text, release_order, status, content_hash, run_id, created_at,
       updated_at)
     select concat('many-', seq), 'test', seq, concat('978', lpad(seq, 10, '0')), '本', '[]', '[]',
       'UNKNOWN', '', '9999999999999999', 'UPCOMING', repeat('0', 64), 'test', utc_timestamp(6),
       utc_timestamp(6)
     from ${numbersTo(BOOKS)}`,
  );
  // The file states every hundredth book anew, and leaves out one in a thousand.
  await root.query(
    `insert into ingest_known (run_id, record_no, book_id, row_hash)
     select 'full', seq, concat('many-', seq), '' from ${numbersTo(BOOKS)}
     where seq mod 100 > 0`,
  );
  await root.query(
    `insert into ingest_stage (run_id, record_no, action, book_id, volume_id, record_key,
       content_hash, content)
     select 'full', seq, 'UPSERT', concat('many-', seq), concat('many-', seq), seq, '', '{}'
     from ${numbersTo(BOOKS)} where seq mod 100 = 0 and seq mod 1000 > 0`,
  );
  await root.query(
    `insert into book_gram (gram, release_rank, number)
     select ${gramAt("'宇宙船'", 'place.seq')}, number.seq div 10, number.seq
     from ${numbersTo(POSTINGS)}, ${numbersTo(2).replace('as number', 'as place')}`,
  );
});
afterAll(() => catalogue?.stop());

/** Runs the work and returns how many rows each of its queries reads. */
async function readsOf(work: (database: Database) => Promise<unknown>): Promise<number[]> {
  const queries: { sql: string; values: { [name: string]: Value } }[] = [];
  const database = catalogue.open('shinkan');
  const noting: Database = {
    ...database,
    query(sql, values = {}) {
      queries.push({ sql, values });
      return database.query(sql, values);
    },
  };
  await work(noting);
  const reads: number[] = [];
  for (const { sql, values } of queries) {
    reads.push((await examine(catalogue.root, sql, values)).read);
  }
  return reads;
}

describe.each([
  ['statistics of empty tables', () => Promise.resolve()],
  ['fresh statistics', () => catalogue.root.query('analyze table ??', [TABLES])],
])('with %s', (_, prepare) => {
  beforeAll(async () => {
    await prepare();
  });

  it('the guard compares a full file with the catalogue in a few reads per book', async () => {
    let absent = 0;
    const reads = await readsOf(async (database) => {
      ({ absent } = await readFullFileFigures(database, 'full', 'test'));
    });
    expect(absent).toBe(BOOKS / 1000);
    expect(Math.max(...reads)).toBeLessThanOrEqual(5 * BOOKS);
  });

  it('a search measures its pieces without reading all their postings', async () => {
    const { statements, variableMap } = measure(['宇宙船'], true);
    const [sql = ''] = statements;
    const values = { text: variableMap?.[':text'] };
    const { read } = await examine(catalogue.root, sql, values);

    // Of each of two pieces the first, the 201st and the 3,001st posting; and all places of a text.
    expect(read).toBeLessThanOrEqual(2 * (1 + 201 + 3_001) + 4_000);
  });
});

import { noteRecount } from '../../../db/catalogue/noteRecount.ts';
import type { Database } from '../../../db/database.ts';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';
import { pathOf } from '../stage/content.ts';
import type { Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/**
 * Deletes the links of books that whole rows have changed, to contributors or to series. A row
 * without people, which was staged before contributors and series existed, leaves the links as they
 * are.
 */
export async function unlinkChanged(
  database: Database,
  run: MergingRun,
  range: Range,
  kind: CatalogueKind,
): Promise<void> {
  const values = { run: run.id, ...range };
  const where = `s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome = 'CHANGED'
       and json_extract(s.content, '${pathOf('people')}') is not null`;
  const books = { from: 'ingest_stage s', where, bookId: 's.target_id', values };
  await noteRecount(database, books, [kind]);
  await database.execute(
    `delete l from ingest_stage s
     straight_join ${CATALOGUE[kind].links} l on l.book_id = s.target_id
     where ${where}`,
    values,
  );
}

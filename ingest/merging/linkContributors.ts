import type { Database } from '../../db/database.ts';
import { linkPeople } from '../linking/linkPeople.ts';
import { type Named, PEOPLE_COLUMNS } from '../linking/named.ts';
import { pathOf } from '../stage/content.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/** Links the books that a run has created and changed to those whom their rows name. */
export async function linkContributors(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, async (range) => {
    await unlink(database, run, range);
    await linkPeople(database, stagedPeople(run, range), run.now);
  });
}

/** A row that says nothing of people, as it was staged before they were, leaves the links as they are. */
async function unlink(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `delete bc from ingest_stage s
     straight_join book_contributor bc on bc.book_id = s.target_id
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome = 'CHANGED'
       and json_extract(s.content, '${pathOf('people')}') is not null`,
    { run: run.id, ...range },
  );
}

function stagedPeople(run: MergingRun, range: Range): Named {
  return {
    table: `(
      select s.target_id as book_id, p.place, p.id, p.name_key, p.name, p.reading, p.role
      from ingest_stage s
      join json_table(s.content, '${pathOf('people')}[*]' columns (${PEOPLE_COLUMNS})) p on true
      where s.run_id = :run and s.record_no between :from and :to
        and s.action = 'UPSERT' and s.outcome in ('CREATED', 'CHANGED') and p.id is not null)`,
    values: { run: run.id, ...range },
  };
}

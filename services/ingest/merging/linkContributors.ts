import type { Database } from '../../../db/database.ts';
import { linkPeople } from '../linking/linkPeople.ts';
import { type Named, PEOPLE_COLUMNS } from '../linking/named.ts';
import { pathOf } from '../stage/content.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';
import { unlinkChanged } from './unlinkChanged.ts';

/** Links the books that a run created or changed to the contributors named in their rows. */
export async function linkContributors(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, async (range) => {
    await unlinkChanged(database, run, range, 'CONTRIBUTOR');
    await linkPeople(database, stagedPeople(run, range), run.now);
  });
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

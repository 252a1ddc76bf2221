import type { Database } from '../../../db/database.ts';
import { linkSeriesPlaces } from '../linking/linkSeriesPlaces.ts';
import { type Named, SERIES_COLUMNS } from '../linking/named.ts';
import { pathOf } from '../stage/content.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';
import { unlinkChanged } from './unlinkChanged.ts';

/** Links the books that a run created or changed to the series named in their rows. */
export async function linkSeries(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, async (range) => {
    await unlinkChanged(database, run, range, 'SERIES');
    await linkSeriesPlaces(database, stagedPlaces(run, range), run.now);
  });
}

function stagedPlaces(run: MergingRun, range: Range): Named {
  return {
    table: `(
      select s.target_id as book_id, p.id, p.name_key, p.name, p.reading, p.number
      from ingest_stage s
      join json_table(s.content, '${pathOf('series_place')}' columns (${SERIES_COLUMNS})) p
        on p.id is not null
      where s.run_id = :run and s.record_no between :from and :to
        and s.action = 'UPSERT' and s.outcome in ('CREATED', 'CHANGED'))`,
    values: { run: run.id, ...range },
  };
}

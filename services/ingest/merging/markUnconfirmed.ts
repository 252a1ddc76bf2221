import type { Database } from '../../../db/database.ts';
import { BOOK_STATUSES } from '../../../domain/book/statuses.ts';
import type { MergingRun } from './run.ts';

const NAMED = `exists (
  select 1 from ingest_stage s where s.run_id = :run and s.target_id = b.id)`;
const KNOWN = `exists (
  select 1 from ingest_known k where k.run_id = :run and k.book_id = b.id)`;

/**
 * Marks books as unconfirmed that the profile's number of consecutive full files left out. Absence
 * is not a withdrawal, so no event is written. A rejected row still counts as listing its book, and
 * any file of the profile that names a book resets the count.
 */
export async function markUnconfirmed(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update book b
     set b.absences = 0,
       b.status = case when b.status = 'UNCONFIRMED' then 'UPCOMING' else b.status end
     where b.profile = :profile
       and b.status in (${BOOK_STATUSES.map((status) => `'${status}'`).join(', ')}) and b.absences > 0 and (${NAMED} or ${KNOWN})`,
    { run: run.id, profile: run.profile },
  );
  if (run.unconfirmedAfter === null || !(await isNews(database, run))) return;
  await database.execute(
    `update book b set b.absences = b.absences + 1
     where b.profile = :profile and b.status = 'UPCOMING' and not ${KNOWN} and not ${NAMED}`,
    { run: run.id, profile: run.profile },
  );
  await database.execute(
    `update book set status = 'UNCONFIRMED', row_hash = null, run_id = :run, updated_at = :now
     where profile = :profile and status = 'UPCOMING' and absences >= :most`,
    { run: run.id, profile: run.profile, now: run.now, most: run.unconfirmedAfter },
  );
}

/** A full file that is older than an earlier one, or a repeat, tells nothing new about absence. */
async function isNews(database: Database, run: MergingRun): Promise<boolean> {
  const [later] = await database.query(
    `select e.id from ingest_run r
     join ingest_run e on e.profile = r.profile and e.state = 'MERGED' and e.id <> r.id
       and e.unconfirmed_after is not null
       and (e.base_date > r.base_date
         or (e.content_hash = r.content_hash and e.base_date <=> r.base_date))
     where r.id = :run limit 1`,
    { run: run.id },
  );
  return later === undefined;
}

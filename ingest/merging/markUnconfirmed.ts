import type { Database } from '../../db/database.ts';
import type { MergingRun } from './run.ts';

/**
 * A book that full files no longer list has not been withdrawn by anyone: after as many of them as
 * the profile says it is unconfirmed, and no event tells of it. A rejected row still shows that its
 * book is listed, and any file that names a book begins the count anew.
 */
export async function markUnconfirmed(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update book b join ingest_stage s on s.run_id = :run and s.target_id = b.id
     set b.absences = 0 where b.absences > 0`,
    { run: run.id },
  );
  if (run.unconfirmedAfter === null) return;
  await database.execute(
    `update book b
     left join ingest_stage s on s.run_id = :run and s.target_id = b.id
     set b.absences = b.absences + 1
     where b.profile = :profile and b.status = 'UPCOMING' and s.record_no is null`,
    { run: run.id, profile: run.profile },
  );
  await database.execute(
    `update book set status = 'UNCONFIRMED', run_id = :run, updated_at = :now
     where profile = :profile and status = 'UPCOMING' and absences >= :most`,
    { run: run.id, profile: run.profile, now: run.now, most: run.unconfirmedAfter },
  );
}

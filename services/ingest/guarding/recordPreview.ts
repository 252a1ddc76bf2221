import type { Database } from '../../../db/database.ts';
import { type Preview, previewRun } from '../merging/previewRun.ts';

/** Stores with a run what its merge would do, for the operator who decides on it. */
export async function recordPreview(
  database: Database,
  runId: string,
  now: Date,
): Promise<Preview> {
  const preview = await previewRun(database, runId, now);
  await database.execute('update ingest_run set preview = :preview where id = :run', {
    run: runId,
    preview: JSON.stringify(preview),
  });
  return preview;
}

import { z } from 'zod';
import type { Database, Row } from '../../../db/database.ts';

const preview = z.object({
  records: z.number(),
  created: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  held: z.number(),
  rejected: z.number(),
  unconfirmed: z.number(),
  events: z.array(
    z.object({
      kind: z.string(),
      count: z.number(),
      subscriptions: z.number(),
      examples: z.array(
        z.object({ bookId: z.string(), title: z.string().nullable(), change: z.unknown() }),
      ),
    }),
  ),
});

/** What a merge of a held run would do, as stored in `ingest_run.preview`. */
export type RunPreview = z.infer<typeof preview>;

/** Where the records of a file went. */
export type RunAccount = Pick<
  RunPreview,
  'records' | 'created' | 'changed' | 'unchanged' | 'held' | 'rejected'
>;

/** The parts of an ingest run that operators are told. */
export interface ToldRun {
  id: string;
  profile: string;
  fileKey: string;
  state: string;
  /** In Japanese and English, as stored with the run. */
  reason: string | null;
  account: RunAccount;
  /** Null if none is stored or if its format is unknown here. */
  preview: RunPreview | null;
}

/** Returns the run with this id; null if there is none. */
export async function readRun(database: Database, id: string): Promise<ToldRun | null> {
  const [row] = await database.query<RunRow>(
    `select id, profile, file_key, state, reason, record_count, created_count, changed_count,
       unchanged_count, held_count, rejected_count, preview
     from ingest_run where id = :id`,
    { id },
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    profile: row.profile,
    fileKey: row.file_key,
    state: row.state,
    reason: row.reason,
    account: {
      records: row.record_count,
      created: row.created_count,
      changed: row.changed_count,
      unchanged: row.unchanged_count,
      held: row.held_count,
      rejected: row.rejected_count,
    },
    preview:
      row.preview === null ? null : (preview.safeParse(JSON.parse(row.preview)).data ?? null),
  };
}

interface RunRow extends Row {
  id: string;
  profile: string;
  file_key: string;
  state: string;
  reason: string | null;
  record_count: number;
  created_count: number;
  changed_count: number;
  unchanged_count: number;
  held_count: number;
  rejected_count: number;
  preview: string | null;
}

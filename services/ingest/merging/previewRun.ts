import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';
import type { Account } from './account.ts';
import { applyRows } from './applyRows.ts';
import { IngestRunNotMergeable } from './errors.ts';
import { lockRun } from './run.ts';

/** The expected result of a staged run's merge, as stored in `ingest_run.preview`. */
export interface Preview extends Account {
  /** Upcoming books that would become unconfirmed. */
  unconfirmed: number;
  events: PreviewedEvents[];
}

/** The events of one kind that a merge would write. */
export interface PreviewedEvents {
  kind: string;
  count: number;
  /** Subscriptions to these books, whose members would be told. */
  subscriptions: number;
  /** The first of them, in the order of the file. */
  examples: { bookId: string; title: string | null; change: unknown }[];
}

const MOST_EXAMPLES = 10;

/**
 * Returns exactly what a merge would do, by doing it in a transaction that is rolled back; the
 * merge of an overtaken run may still be refused. Throws `IngestRunNotFound`, and
 * `IngestRunNotMergeable` for a run that is neither staged nor held.
 */
export async function previewRun(database: Database, runId: string, now: Date): Promise<Preview> {
  try {
    await database.transaction(async (transaction) => {
      const { run, state } = await lockRun(transaction, runId, now);
      if (state !== 'STAGED' && state !== 'HELD') {
        throw new IngestRunNotMergeable(`Run ${runId} is ${state}; expected STAGED or HELD`);
      }
      const account = await applyRows(transaction, run);
      throw new RolledBack({
        ...account,
        unconfirmed: await countUnconfirmed(transaction, runId),
        events: await readEvents(transaction, runId),
      });
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.preview;
    throw error;
  }
  throw new Error('Preview was committed; expected a rollback');
}

/** Rolls back the transaction of a preview and carries its result. */
class RolledBack extends Error {
  readonly preview: Preview;

  constructor(preview: Preview) {
    super('The preview is rolled back');
    this.preview = preview;
  }
}

function countUnconfirmed(database: Database, runId: string): Promise<number> {
  return readTotal(
    database,
    "select count(*) as total from book where run_id = :run and status = 'UNCONFIRMED'",
    { run: runId },
  );
}

async function readEvents(database: Database, runId: string): Promise<PreviewedEvents[]> {
  const kinds = await database.query<{ kind: string; total: number }>(
    `select event_kind as kind, count(*) as total from ingest_stage
     where run_id = :run and event_kind <> 'NONE' group by event_kind order by cast(event_kind as char(12))`,
    { run: runId },
  );
  const events: PreviewedEvents[] = [];
  for (const { kind, total } of kinds) {
    const [found] = await database.query<{ total: number }>(
      `select count(*) as total from ingest_stage s
       join subscription w on w.book_id = s.target_id
       where s.run_id = :run and s.event_kind = :kind`,
      { run: runId, kind },
    );
    const examples = await database.query<{
      id: string;
      title: string | null;
      release_change: string | null;
    }>(
      `select s.target_id as id, b.title, s.release_change
       from ingest_stage s join book b on b.id = s.target_id
       where s.run_id = :run and s.event_kind = :kind order by s.record_no limit ${MOST_EXAMPLES}`,
      { run: runId, kind },
    );
    events.push({
      kind,
      count: total,
      subscriptions: found?.total ?? 0,
      examples: examples.map(({ id, title, release_change }) => ({
        bookId: id,
        title,
        change: release_change === null ? null : JSON.parse(release_change),
      })),
    });
  }
  return events;
}

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { type GuardDecision, guardRun } from '../../../services/ingest/guarding/guardRun.ts';
import { type MergeReport, mergeRun } from '../../../services/ingest/merging/mergeRun.ts';
import { RefusedFile } from '../../../services/ingest/refusedFile.ts';
import { beginRun, finishStaging, refuseRun } from '../../../services/ingest/stage/run.ts';
import { stageFile } from '../../../services/ingest/stage/stageFile.ts';
import { type PrivateDatabases, startPrivateDatabases } from '../../support/privateDatabases.ts';

/** How a file is delivered, where it differs from a delta in our own contract. */
export interface Delivery {
  name?: string;
  profile?: string;
  encoding?: string;
  today?: string;
  /** The name of the program that reads it. */
  program?: string;
}

/** An event in the log. */
export interface LoggedEvent {
  seq: number;
  kind: string;
  book: string;
  change: unknown;
}

/**
 * A database private to one test file, behind the Data API: full files would disturb the books of
 * every other test. Empty at the start of the file.
 */
export function aFeedDatabase() {
  let databases: PrivateDatabases | undefined;
  let runs = 0;

  beforeAll(async () => {
    databases = await startPrivateDatabases();
  });
  afterAll(() => databases?.stop());

  function running(): PrivateDatabases {
    if (!databases) throw new Error('The database is not open yet');
    return databases;
  }
  const open = (): Database => running().open('shinkan');

  /** Stages a file. Returns the run’s id. */
  async function stage(content: string | AsyncIterable<Uint8Array>, delivery: Delivery = {}) {
    runs += 1;
    const order = {
      runId: `run-${runs}`,
      profile: delivery.profile ?? 'shinkan',
      fileKey: `incoming/${delivery.name ?? 'shinkan_20270105_delta_001.csv'}`,
    };
    await beginRun(open(), order, new Date());
    try {
      const report = await stageFile(open(), {
        ...order,
        encoding: delivery.encoding ?? '',
        today: delivery.today ?? '2027-01-05',
        bytes: typeof content === 'string' ? bytesOf(content) : content,
        program: delivery.program ?? 'test',
      });
      await finishStaging(open(), order.runId, report);
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      await refuseRun(open(), order.runId, error, new Date());
    }
    return order.runId;
  }

  return {
    open,
    /** The connection of the server’s administrator. */
    root: () => running().root,
    shop: (): Database => running().open('shop'),
    api: () => running().api,
    stage,
    guard: (runId: string): Promise<GuardDecision> => guardRun(open(), runId),
    merge: (runId: string, approvedBy?: string): Promise<MergeReport> =>
      mergeRun(open(), approvedBy === undefined ? { runId } : { runId, approvedBy }, new Date()),

    /** Stages and merges a file, whatever the guard would decide. */
    async deliver(content: string, delivery: Delivery = {}): Promise<MergeReport> {
      return mergeRun(open(), { runId: await stage(content, delivery) }, new Date());
    },

    async deliverFile(file: string, profile: string): Promise<MergeReport> {
      const runId = await stage(createReadStream(file), { profile, name: basename(file) });
      return mergeRun(open(), { runId }, new Date());
    },

    async events(runId: string): Promise<LoggedEvent[]> {
      const rows = await open().query(
        'select seq, kind, book_id, release_change from book_event where run_id = :run order by seq',
        { run: runId },
      );
      return rows.map((row) => ({
        seq: Number(row.seq),
        kind: String(row.kind),
        book: String(row.book_id),
        change: row.release_change === null ? null : JSON.parse(String(row.release_change)),
      }));
    },

    async book(id: string) {
      const [row] = await open().query('select * from book where id = :id', { id });
      return row;
    },

    /** Everything that readers see, as one text: equal texts mean an unchanged catalogue. */
    async catalogue(): Promise<string> {
      const books = await open().query('select * from book order by id');
      const events = await open().query('select * from book_event order by seq');
      return JSON.stringify([books, events]);
    },
  };
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

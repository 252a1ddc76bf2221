import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { afterAll, beforeAll } from 'vitest';
import { applyMigrations } from '../../../db/applyMigrations.ts';
import { type Database, openDatabase } from '../../../db/database.ts';
import { type GuardDecision, guardRun } from '../../../ingest/guarding/guardRun.ts';
import { type MergeReport, mergeRun } from '../../../ingest/merging/mergeRun.ts';
import { RefusedFile } from '../../../ingest/refusedFile.ts';
import { beginRun, finishStaging, refuseRun } from '../../../ingest/stage/run.ts';
import { stageFile } from '../../../ingest/stage/stageFile.ts';
import { prepareOwnDatabase } from '../../../local/services/mariadb/prepareDatabases.ts';
import { startMariadb } from '../../../local/services/mariadb/startMariadb.ts';
import { createDataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { startRdsData } from '../../../local/services/rds-data/startRdsData.ts';
import { root } from '../../../scripts/root.ts';
import { clientSettings } from '../../../scripts/stack.ts';

const arns = { clusterArn: 'arn:test:cluster', secretArn: 'arn:test:secret' };
const user = { user: 'feed', password: 'feed' };

/** How a file is delivered, where it differs from a delta of our own contract. */
export interface Delivery {
  name?: string;
  profile?: string;
  encoding?: string;
  today?: string;
}

/** An event as the log holds it. */
export interface LoggedEvent {
  seq: number;
  kind: string;
  book: string;
  change: unknown;
}

/**
 * A database of one test file's own behind the Data API: full files would unsettle the books of
 * every other test. It is empty at the beginning of the file.
 */
export function aFeedDatabase() {
  let database: Database | undefined;
  let stop = async () => {};
  let runs = 0;

  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'shinkan-feed-'));
    const mariadb = await startMariadb(dir, () => {});
    const connection = await mariadb.connectAsRoot();
    await prepareOwnDatabase(connection, 'shinkan', user);
    await connection.end();
    const cluster = {
      resourceArn: arns.clusterArn,
      httpEndpoint: true,
      socketPath: mariadb.socketPath,
      users: { [arns.secretArn]: user },
    };
    const api = await startRdsData(createDataApi([cluster]), 0, () => {});
    const client = new RDSDataClient({ ...clientSettings, endpoint: api.url });
    database = openDatabase({ ...arns, database: 'shinkan' }, client);
    await applyMigrations(database, readMigrations());
    stop = async () => {
      client.destroy();
      await api.stop();
      await mariadb.stop();
      rmSync(dir, { recursive: true, force: true });
    };
  });
  afterAll(() => stop());

  const open = (): Database => {
    if (!database) throw new Error('The database is not open yet');
    return database;
  };

  /** Reads a file into the stage. Gives the run's id. */
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
        program: 'test',
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
    stage,
    guard: (runId: string): Promise<GuardDecision> => guardRun(open(), runId),
    merge: (runId: string, approvedBy?: string): Promise<MergeReport> =>
      mergeRun(open(), approvedBy === undefined ? { runId } : { runId, approvedBy }, new Date()),

    /** Stages and merges a file, whatever a guard would say. */
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

    /** Everything that readers see, as one text: equal texts are an untouched catalogue. */
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

function readMigrations() {
  const folder = join(root, 'db/migrations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({ id: file, sql: readFileSync(join(folder, file), 'utf8') }));
}

import type { Database } from '../../../db/database.ts';
import { MOST_JSON_BYTES } from './jsonTable.ts';

/** Calls running while the file is read; a third one gained nothing. */
const MOST_IN_FLIGHT = 2;

/** Writes rows in batches while more are being read. */
export interface Writer {
  /** Adds one row; waits while two batches are being written. */
  add(row: unknown[]): Promise<void>;
  /** Writes the remaining rows and waits for every batch. */
  finish(): Promise<void>;
  /** Waits until no batch is being written, even if one failed. */
  settle(): Promise<void>;
}

/** Returns a writer of JSON arrays into the statement's `:rows`. */
export function createWriter(database: Database, sql: string, runId: string): Writer {
  let rows: string[] = [];
  let bytes = 0;
  const underWay = new Set<Promise<void>>();
  let failure: unknown;

  const flush = async () => {
    if (rows.length === 0) return;
    const json = `[${rows.join(',')}]`;
    rows = [];
    bytes = 0;
    while (underWay.size >= MOST_IN_FLIGHT) await Promise.race(underWay);
    if (failure !== undefined) throw failure;
    const call = database
      .execute(sql, { run: runId, rows: json })
      .then(() => undefined)
      // Kept and thrown by the next call, which is awaited.
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => underWay.delete(call));
    underWay.add(call);
  };

  return {
    async add(row) {
      const json = JSON.stringify(row);
      const size = Buffer.byteLength(json) + 1;
      if (bytes + size > MOST_JSON_BYTES) await flush();
      rows.push(json);
      bytes += size;
    },
    async finish() {
      await flush();
      await Promise.all(underWay);
      if (failure !== undefined) throw failure;
    },
    async settle() {
      await Promise.all(underWay);
    },
  };
}

// Ingests one file as the container and the functions do, in its own process, and prints the
// results. Arguments: the Data API, the file, the run's id, and the file's name.
import { createReadStream } from 'node:fs';
import type { Database } from '../../../db/database.ts';
import { guardRun } from '../../../services/ingest/guarding/guardRun.ts';
import { mergeRun } from '../../../services/ingest/merging/mergeRun.ts';
import { beginRun, finishStaging } from '../../../services/ingest/stage/run.ts';
import { stageFile } from '../../../services/ingest/stage/stageFile.ts';
import { openBenchDatabase } from './openBenchDatabase.ts';

const [, , url = '', file = '', runId = '', name = ''] = process.argv;
const { database, close } = openBenchDatabase(url);
const order = { runId, profile: 'shinkan', fileKey: name };

const begun = performance.now();
await beginRun(database, order, new Date());
const staged = await stageFile(database, {
  ...order,
  encoding: 'windows-31j',
  today: '2026-11-26',
  bytes: createReadStream(file, { highWaterMark: 256 * 1024 }),
  program: 'bench',
});
await finishStaging(database, runId, staged);
const read = performance.now();
// The container's memory; the merge runs in a function.
const peakBytes = process.resourceUsage().maxRSS * 1024;
const { decision } = await guardRun(database, runId);
const guarded = performance.now();
let committed = guarded;
let indexing = 0;
/** Times the statements that write the search index. */
const timing = (inner: Database): Database => ({
  ...inner,
  async execute(sql, ...rest) {
    const at = performance.now();
    const touched = await inner.execute(sql, ...rest);
    if (/book_text|book_gram/.test(sql)) indexing += performance.now() - at;
    return touched;
  },
});
const noticing: Database = {
  ...database,
  async transaction(work) {
    const result = await database.transaction((inner) => work(timing(inner)));
    committed = performance.now();
    return result;
  },
};
const report = await mergeRun(noticing, { runId }, new Date());
close();

const seconds = (from: number, to: number) => (to - from) / 1000;
console.log(
  JSON.stringify({
    decision,
    report,
    reading: seconds(begun, read),
    guarding: seconds(read, guarded),
    merging: seconds(guarded, committed),
    indexing: indexing / 1000,
    clearing: seconds(committed, performance.now()),
    /** Until the books are committed. */
    total: seconds(begun, committed),
    peakBytes,
  }),
);

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { dayInJapan } from '../../domain/release/dayInJapan.ts';
import { countReading } from './bytes/countReading.ts';
import { openObject } from './bytes/openObject.ts';
import { unpack } from './bytes/unpack.ts';
import { readOrder } from './config.ts';
import { RefusedFile } from './refusedFile.ts';
import { reportProgress } from './stage/reportProgress.ts';
import { beginRun, finishStaging, refuseRun } from './stage/run.ts';
import { stageFile } from './stage/stageFile.ts';

/**
 * Stages one file of the feed bucket. An unreadable file ends as a refused run with exit code 0;
 * the container fails only if a service does not answer.
 */
async function main(): Promise<void> {
  const settings = readOrder();
  const database = openDatabase(readDatabaseAddress());
  const order = {
    runId: settings.RUN_ID,
    profile: settings.PROFILE,
    fileKey: settings.FEED_KEY,
  };
  const log = (message: string, facts: object) =>
    console.log(JSON.stringify({ message, ...order, ...facts }));
  if (!(await beginRun(database, order, new Date()))) {
    log('The run is staged already; nothing to do', {});
    return;
  }
  try {
    const object = await openObject(new S3Client({}), settings.FEED_BUCKET, settings.FEED_KEY);
    const { source, bytesRead } = countReading(object);
    const report = await stageFile(database, {
      ...order,
      encoding: settings.ENCODING,
      today: dayInJapan(new Date()),
      bytes: unpack(source),
      program: nameProgram(),
      onProgress: reportProgress(database, order.runId, (rows) => ({
        rows,
        bytes: bytesRead(),
        bytesTotal: source.size,
      })),
    });
    await finishStaging(database, order.runId, report);
    log('Staged', report);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    await refuseRun(database, order.runId, error, new Date());
    log('Refused', { code: error.code, reason: error.message });
  }
}

/** Hashes the program, which is a single file: any change to it may change how rows are parsed. */
function nameProgram(): string {
  return createHash('sha256')
    .update(readFileSync(process.argv[1] ?? ''))
    .digest('hex');
}

await main();

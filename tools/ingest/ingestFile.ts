import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { nameRun } from '../../services/ingest/controlling/nameRun.ts';
import { clientSettings, type Stack } from '../stack/stack.ts';
import { type IngestOutcome, runWorkflow, type Watch } from './runWorkflow.ts';

/** Puts a file into the feed bucket, runs the ingest workflow on it and waits for its end. */
export async function ingestFile(
  stack: Stack,
  file: string,
  options: {
    profile: string;
    encoding: string;
    /** Only report what would happen. */
    dryRun?: boolean;
  } & Watch,
): Promise<IngestOutcome> {
  const run = nameRun(options.profile, new Date());
  const key = `incoming/${run}/${basename(file)}`;
  const s3 = new S3Client({
    ...clientSettings,
    endpoint: stack.endpoints.s3,
    forcePathStyle: true,
  });
  await s3.send(
    new PutObjectCommand({
      Bucket: stack.resources.feedBucket,
      Key: key,
      Body: createReadStream(file),
      ContentLength: statSync(file).size,
    }),
  );
  s3.destroy();
  const input = {
    profile: options.profile,
    key,
    encoding: options.encoding,
    ...(options.dryRun ? { dryRun: true } : {}),
  };
  return runWorkflow(stack, run, run, input, options);
}

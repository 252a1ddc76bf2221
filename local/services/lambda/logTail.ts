import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes of the log that an answer carries ("LogResult" in the API reference). */
const LONGEST = 4096;

/** Where a log ends now. */
export function endOfLog(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** The last 4 KB of what was written to a log since it ended at `start`, in Base64 as `x-amz-log-result` has it. */
export function tailOfLog(file: string, start: number, id: string, milliseconds: number): string {
  const begin = Buffer.from(`START RequestId: ${id} Version: $LATEST\n`);
  const duration = milliseconds.toFixed(2);
  const billed = Math.ceil(milliseconds);
  const end = Buffer.from(
    `END RequestId: ${id}\nREPORT RequestId: ${id}\tDuration: ${duration} ms\tBilled Duration: ${billed} ms\n`,
  );
  const all = Buffer.concat([begin, readSince(file, start), end]);
  return all.subarray(-LONGEST).toString('base64');
}

function readSince(file: string, start: number): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const from = Math.max(start, size - LONGEST);
    const bytes = Buffer.alloc(Math.max(0, size - from));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
  } finally {
    closeSync(descriptor);
  }
}

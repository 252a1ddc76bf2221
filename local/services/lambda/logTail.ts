import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes of the log in an answer ("LogResult" in the API reference). */
const LONGEST = 4096;

/** The current end of a log. */
export function endOfLog(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** The last 4 KB written to a log after `start`, in Base64 for `x-amz-log-result`. */
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

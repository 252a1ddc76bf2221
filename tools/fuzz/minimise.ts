import type { FuzzedFile, Reading } from './readThrough.ts';

const MOST_TRIES = 3000;

/** Removes pieces of the file that are not needed for the same error. */
export async function minimise(file: FuzzedFile, error: Error, read: Reading): Promise<FuzzedFile> {
  let { bytes } = file;
  let tries = 0;
  for (let size = bytes.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < bytes.length && tries < MOST_TRIES; tries += 1) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
      if (await failsAlike({ ...file, bytes: without }, error, read)) bytes = without;
      else at += size;
    }
  }
  return { ...file, bytes };
}

/**
 * Two errors are alike if they have the same name and begin with the same words; numbers may
 * differ.
 */
async function failsAlike(file: FuzzedFile, error: Error, read: Reading): Promise<boolean> {
  try {
    await read(file);
    return false;
  } catch (other) {
    return other instanceof Error && nameOf(other) === nameOf(error);
  }
}

function nameOf(error: Error): string {
  return `${error.name}: ${error.message.replace(/[^a-z ]+/gi, '').slice(0, 40)}`;
}

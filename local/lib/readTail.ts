import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Returns the last `longest` bytes of a file, starting at the beginning of a line if possible. */
export function readTail(file: string, longest: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = statSync(file);
    const tail = Buffer.alloc(Math.min(size, longest));
    const read = readSync(descriptor, tail, 0, tail.length, size - tail.length);
    const from = size > longest ? tail.indexOf('\n') + 1 : 0;
    return tail.subarray(from, read);
  } finally {
    closeSync(descriptor);
  }
}

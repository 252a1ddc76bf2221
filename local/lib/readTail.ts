import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** The last `longest` bytes of a file, from the beginning of a line on where there is one. */
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

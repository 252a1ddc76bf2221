import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Reads logs as they grow. */
export interface LogFollower {
  /** Returns the complete lines written since the last call; on the first call, all of them. */
  read(file: string): string[];
  /** Ignores everything written so far. */
  skip(file: string): void;
}

/**
 * Follows any number of logs and returns each line once. A truncated log is read from its
 * beginning.
 */
export function followLogs(): LogFollower {
  const ends = new Map<string, number>();
  return {
    skip: (file) => ends.set(file, statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    read(file) {
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return [];
      const descriptor = openSync(file, 'r');
      try {
        const { size } = fstatSync(descriptor);
        const known = ends.get(file) ?? 0;
        const from = known > size ? 0 : known;
        const bytes = Buffer.alloc(size - from);
        const read = readSync(descriptor, bytes, 0, bytes.length, from);
        // An incomplete line is read again next time.
        const end = bytes.subarray(0, read).lastIndexOf('\n') + 1;
        ends.set(file, from + end);
        return bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

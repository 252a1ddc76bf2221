import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sized } from '../lib/smallest.ts';
import { writeFeed } from './writeFeed.ts';

/** The number of a bench's rows: `BENCH_ROWS`, or its usual or smallest number. */
export function rowsOr(usual: number, smallest: number): number {
  return Number(process.env.BENCH_ROWS ?? sized(usual, smallest));
}

/** Passes `work` a function that writes an edition's file, once; deletes all files afterwards. */
export async function withFeed<T>(
  rows: number,
  work: (fileOf: (edition: number) => Promise<string>) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'feed-files-'));
  const files = new Map<number, Promise<string>>();
  const write = async (edition: number) => {
    const file = join(dir, `${edition}.csv`);
    await writeFeed(file, { rows, edition });
    return file;
  };
  try {
    return await work((edition) => {
      const file = files.get(edition) ?? write(edition);
      files.set(edition, file);
      return file;
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { caches, installed } from './caches.ts';

/**
 * Returns `compute()`, or its result for the same input from an earlier start. The result must be
 * JSON and depend only on the input. A call that throws is repeated each time.
 */
export type Keep = <T>(input: string, compute: () => T) => T;

const installedPackages = join(installed, '.package-lock.json');

/** Always computes. */
export const keepNothing: Keep = (_input, compute) => compute();

/** Limits how long results of outdated code are kept. */
const LONGEST_DAYS = 30;

/**
 * Keeps results between starts. They are discarded when a source file in `sources`, an installed
 * package or the Node version changes.
 */
export function keepResults(sources: string, folder: string = join(caches, 'results')): Keep {
  // Only npm records what is installed.
  if (!existsSync(installedPackages)) return keepNothing;
  const version = versionOf(sources);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  forgetOld(folder);
  return <T>(input: string, compute: () => T): T => {
    const file = join(folder, `${hashOf([version, input])}.json`);
    const known = read<T>(file);
    if (known !== undefined) return known.result;
    const result = compute();
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify({ result }), { mode: 0o600 });
    renameSync(partial, file);
    return result;
  };
}

function read<T>(file: string): { result: T } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Also recomputed if the machine went down before the text reached the disk.
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function versionOf(sources: string): string {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => /\.[jt]s$/.test(name)).map((name) => join(sources, name));
  const texts = [...files, installedPackages].map((file) => readFileSync(file, 'utf8'));
  return hashOf([process.version, ...names, ...texts]);
}

function hashOf(texts: string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

function forgetOld(folder: string): void {
  const oldest = Date.now() - LONGEST_DAYS * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const age = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (age !== undefined && age < oldest) rmSync(file, { force: true });
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMigrations, type Migration } from './applyMigrations.ts';
import { readDatabaseAddress } from './config.ts';
import { openDatabase } from './database.ts';

/** Applies the pending files of `migrations/`. The deployment runs it once the cluster exists. */
export async function handler(): Promise<{ applied: string[] }> {
  const database = openDatabase(readDatabaseAddress());
  const applied = await applyMigrations(
    database,
    readMigrations(join(import.meta.dirname, 'migrations')),
  );
  return { applied };
}

/** Returns the numbered files of a folder, in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ id: name, sql: readFileSync(join(folder, name), 'utf8') }));
}

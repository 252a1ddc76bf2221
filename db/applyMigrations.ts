import { createHash } from 'node:crypto';
import { StatementTimeoutException } from '@aws-sdk/client-rds-data';
import type { Database } from './database.ts';
import { splitStatements } from './splitStatements.ts';
import { waitUntilAwake } from './waitUntilAwake.ts';

/** A numbered file: its name and its text. */
export interface Migration {
  id: string;
  sql: string;
}

const JOURNAL = `create table if not exists schema_migration (
  id varchar(100) not null,
  checksum char(64) not null,
  applied_at datetime(6) not null,
  primary key (id)
)`;

/**
 * Applies the migrations missing from the journal, in order, and returns their names.
 *
 * DDL commits implicitly on MySQL, so a file cannot be one transaction: every statement must be
 * harmless when it runs twice, and a file enters the journal after its last statement. Two
 * concurrent runners therefore do no harm either. MySQL supports IF NOT EXISTS for tables only:
 * errors about an existing column or key that is to be added, or a missing one that is to be
 * dropped, are ignored.
 *
 * @throws {MigrationChanged} if a file that was applied before has changed.
 */
export async function applyMigrations(
  database: Database,
  migrations: Migration[],
): Promise<string[]> {
  await waitUntilAwake(database);
  await database.execute(JOURNAL);
  const journal = await database.query('select id, checksum from schema_migration');
  const known = new Map(journal.map((row) => [row.id, row.checksum]));

  const applied: string[] = [];
  for (const migration of migrations) {
    const checksum = createHash('sha256').update(migration.sql).digest('hex');
    const before = known.get(migration.id);
    if (before === checksum) continue;
    if (before !== undefined) throw new MigrationChanged(migration.id);
    for (const statement of splitStatements(migration.sql)) await apply(database, statement);
    await database.execute(
      `insert into schema_migration (id, checksum, applied_at) values (:id, :checksum, utc_timestamp(6))
       on duplicate key update checksum = checksum`,
      { id: migration.id, checksum },
    );
    applied.push(migration.id);
  }
  return applied;
}

/** The errors of statements that were carried out before. */
const DONE_BEFORE: [statement: RegExp, refusal: RegExp][] = [
  // Covers the statement's other additions: MySQL carries out an ALTER TABLE completely or not at
  // all.
  [/^alter table \w+\s+add column /i, /Duplicate column name/],
  [/^alter table \w+\s+add (?:unique )?key \w+ \([^()]*\)$/i, /Duplicate key name/],
  [/^alter table \w+\s+drop key \w+$/i, /check that .* exists/],
];

const DDL = /^(?:create|alter|drop) /i;

/**
 * Creating a key on a large table takes longer than the Data API waits, but continues. Repeating
 * the statement waits for it: the table is locked for other changes, and then it has the key.
 */
async function apply(database: Database, statement: string): Promise<void> {
  const refusals = DONE_BEFORE.filter(([form]) => form.test(statement)).map(([, text]) => text);
  for (;;) {
    try {
      await database.execute(statement, {}, DDL.test(statement) ? 'goes on' : 'ends');
      return;
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      if (refusals.some((refusal) => refusal.test(message))) return;
      if (refusals.length === 0 || !(error instanceof StatementTimeoutException)) throw error;
    }
  }
}

/** An applied migration has been edited; further changes belong in a new file. */
export class MigrationChanged extends Error {
  constructor(id: string) {
    super(`Migration ${id} was applied before and has been edited since. Add a new file instead.`);
    this.name = 'MigrationChanged';
  }
}

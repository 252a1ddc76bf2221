import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { splitStatements } from './splitStatements.ts';
import { waitUntilAwake } from './waitUntilAwake.ts';

/** One numbered file: its name and its text. */
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
 * Applies the migrations that the journal does not hold, in their order, and gives their names.
 *
 * DDL commits by itself on MySQL, so a file cannot be one transaction: every statement is written
 * to be harmless when it runs twice, and a file enters the journal after its last statement. Two
 * runners at once therefore do no harm either. MySQL has no ADD COLUMN IF NOT EXISTS: a column that
 * is there already has been added before.
 *
 * @throws {MigrationChanged} when a file that was applied before reads differently now.
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

async function apply(database: Database, statement: string): Promise<void> {
  try {
    await database.execute(statement);
  } catch (error) {
    const isThere = error instanceof Error && error.message.includes('Duplicate column name');
    if (!isThere || !/^alter table \w+\s+add column /i.test(statement.trim())) throw error;
  }
}

/** A migration that was applied has been edited since; a further change belongs in a new file. */
export class MigrationChanged extends Error {
  constructor(id: string) {
    super(`Migration ${id} was applied before and has been edited since. Add a new file instead.`);
    this.name = 'MigrationChanged';
  }
}

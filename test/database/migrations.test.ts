import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyMigrations, type Migration } from '../../db/applyMigrations.ts';
import type { Database } from '../../db/database.ts';
import { splitStatements } from '../../db/splitStatements.ts';
import {
  allMigrations,
  type PrivateDatabases,
  startPrivateDatabases,
} from '../support/privateDatabases.ts';

const NAMES = ['once', 'unjournaled', 'halfway'] as const;
const migrations = allMigrations();

let databases: PrivateDatabases<(typeof NAMES)[number]>;
beforeAll(async () => {
  databases = await startPrivateDatabases({ empty: NAMES });
});
afterAll(() => databases.stop());
const open = (name: (typeof NAMES)[number]) => databases.open(name);

/** Every column and every key, with what it is made of. */
async function tablesOf(database: Database) {
  const columns = await database.query(
    `select table_name, column_name, column_type, is_nullable, column_default
     from information_schema.columns where table_schema = database()
     order by table_name, ordinal_position`,
  );
  const keys = await database.query(
    `select table_name, index_name, seq_in_index, column_name, non_unique
     from information_schema.statistics where table_schema = database()
     order by table_name, index_name, seq_in_index`,
  );
  return { columns, keys };
}

/** The database, which is cut off before a statement that `isLast` tells of. */
function cutOff(database: Database, isLast: (sql: string) => boolean): Database {
  return {
    ...database,
    async execute(sql, values, after45Seconds) {
      if (isLast(sql)) throw new Error('cut off');
      return await database.execute(sql, values, after45Seconds);
    },
  };
}

/** All migrations, each of which `begin` has begun before; gives the tables that come of it. */
async function afterBeginning(
  database: Database,
  begin: (migration: Migration) => Promise<unknown>,
): Promise<unknown> {
  for (const migration of migrations) {
    await begin(migration);
    expect(await applyMigrations(database, [migration])).toEqual([migration.id]);
  }
  return await tablesOf(database);
}

describe('the migrations', () => {
  it('are applied once, whenever a deployment asks for them', async () => {
    expect(await applyMigrations(open('once'), migrations)).toHaveLength(migrations.length);
    expect(await applyMigrations(open('once'), migrations)).toEqual([]);
  });

  it('make the same tables where each was cut off before it came into the journal', async () => {
    await applyMigrations(open('once'), migrations);
    const database = open('unjournaled');
    const unjournaled = cutOff(database, (sql) => sql.startsWith('insert into schema_migration'));
    const tables = await afterBeginning(database, async (migration) => {
      await expect(applyMigrations(unjournaled, [migration])).rejects.toThrow('cut off');
    });
    expect(tables).toEqual(await tablesOf(open('once')));
  });

  it('make the same tables where each was cut off after its first statement', async () => {
    await applyMigrations(open('once'), migrations);
    const database = open('halfway');
    const tables = await afterBeginning(database, async (migration) => {
      const [, second] = splitStatements(migration.sql);
      const halfway = cutOff(
        database,
        (sql) => sql === second || /into schema_migration/.test(sql),
      );
      await expect(applyMigrations(halfway, [migration])).rejects.toThrow('cut off');
    });
    expect(tables).toEqual(await tablesOf(open('once')));
  });
});

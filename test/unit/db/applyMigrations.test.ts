import { StatementTimeoutException } from '@aws-sdk/client-rds-data';
import { describe, expect, it } from 'vitest';
import { applyMigrations } from '../../../db/applyMigrations.ts';
import type { Database } from '../../../db/database.ts';

const MADE = "Duplicate key name 'a'";
const GONE = "Can't DROP 'a'; check that column/key exists";
const GONE_ON_MARIADB = "Can't DROP INDEX `a`; check that it exists";
const tooLong = () => new StatementTimeoutException({ message: 'too long', $metadata: {} });

/**
 * Applies one statement, to which the database gives these answers in turn; returns how often it
 * ran.
 */
async function apply(statement: string, ...answers: (Error | null)[]) {
  const asked: unknown[] = [];
  const database: Database = {
    query: async () => [],
    execute: async (sql, _values, after45Seconds) => {
      if (sql !== statement) return 0;
      asked.push(after45Seconds);
      const answer = answers[asked.length - 1];
      if (answer) throw answer;
      return 0;
    },
    transaction: () => Promise.reject(new Error('not here')),
  };
  await applyMigrations(database, [{ id: '1.sql', sql: `${statement};\n` }]);
  return asked;
}

describe('applying a statement of a migration', () => {
  it.each([
    ['alter table book add column a int null', "Duplicate column name 'a'"],
    ['alter table book\n  add column a int null,\n  add key a (a)', "Duplicate column name 'a'"],
    ['alter table book add key a (status, id)', MADE],
    ['alter table book drop key a', GONE],
    ['alter table book drop key a', GONE_ON_MARIADB],
  ])('a statement applied before does no harm: %s', async (statement, refusal) => {
    expect(await apply(statement, new Error(refusal))).toHaveLength(1);
  });

  it.each([
    // The second key might be missing.
    ['alter table book add key a (id), add key b (id)', MADE],
    ['alter table book drop key a, add key b (id)', GONE],
    ['alter table book add key a (id)', 'Lock wait timeout exceeded'],
    ['insert into book (id) values (1)', MADE],
  ])('a statement is not taken as applied before: %s', async (statement, refusal) => {
    await expect(apply(statement, new Error(refusal))).rejects.toThrow(refusal);
  });

  it('a statement that takes longer than a call is waited for', async () => {
    const key = 'alter table book add key a (id)';
    expect(await apply(key, tooLong(), tooLong(), new Error(MADE))).toEqual(
      Array.from({ length: 3 }, () => 'goes on'),
    );
  });

  it('a statement continues in the database after a timeout only if it changes a table', async () => {
    expect(await apply('create table if not exists a (id int)')).toEqual(['goes on']);
    expect(await apply('insert ignore into a (id) values (1)')).toEqual(['ends']);
    await expect(apply('update a set id = 2', tooLong())).rejects.toThrow('too long');
  });
});

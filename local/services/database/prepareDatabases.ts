import type { Connection } from 'mysql2/promise';

export interface DatabaseUser {
  user: string;
  password: string;
}

/** Creates a database whose user has all privileges in it. */
export async function prepareOwnDatabase(
  root: Connection,
  database: string,
  owner: DatabaseUser,
): Promise<void> {
  await root.query('create database if not exists ??', [database]);
  await prepareUser(root, owner);
  await root.query('grant all privileges on ??.* to ?@?', [database, owner.user, 'localhost']);
}

/**
 * Creates a user with read access to these tables or views of `database` only. Returns those that
 * are missing.
 */
export async function prepareReader(
  root: Connection,
  database: string,
  reader: DatabaseUser,
  tables: string[],
): Promise<string[]> {
  await prepareUser(root, reader);
  await root.query('revoke all privileges, grant option from ?@?', [reader.user, 'localhost']);
  const missing: string[] = [];
  for (const table of tables) {
    const [found] = await root.query(
      'select 1 from information_schema.tables where table_schema = ? and table_name = ?',
      [database, table],
    );
    if (Array.isArray(found) && found.length > 0) {
      await root.query('grant select on ??.?? to ?@?', [database, table, reader.user, 'localhost']);
    } else {
      missing.push(table);
    }
  }
  return missing;
}

async function prepareUser(root: Connection, { user, password }: DatabaseUser): Promise<void> {
  await root.query('create user if not exists ?@?', [user, 'localhost']);
  await root.query('alter user ?@? identified by ?', [user, 'localhost', password]);
}

import type { Database } from '../../../../db/database.ts';

/** A statement that was sent, and its rows. */
export interface Sent {
  sql: string;
  rows: unknown[][];
}

/** A database that records statements and returns nothing: enough for code that only writes. */
export function keepStatements(): { database: Database; sent: Sent[] } {
  const sent: Sent[] = [];
  const database: Database = {
    async query() {
      return [];
    },
    async execute(sql, values = {}) {
      const rows = typeof values.rows === 'string' ? JSON.parse(values.rows) : [];
      sent.push({ sql, rows });
      // It has no books, so no row is recognized.
      return sql.startsWith('insert into ingest_known') ? 0 : rows.length;
    },
    transaction: (work) => work(database),
  };
  return { database, sent };
}

import type { Database } from '../../../../db/database.ts';

/** One statement that was sent, and the rows that travelled with it. */
export interface Sent {
  sql: string;
  rows: unknown[][];
}

/** A database that keeps what it is sent and answers nothing: enough for what only writes. */
export function keepStatements(): { database: Database; sent: Sent[] } {
  const sent: Sent[] = [];
  const database: Database = {
    async query() {
      return [];
    },
    async execute(sql, values = {}) {
      const rows = typeof values.rows === 'string' ? JSON.parse(values.rows) : [];
      sent.push({ sql, rows });
      // It has no book that a row could be known by.
      return sql.startsWith('insert into ingest_known') ? 0 : rows.length;
    },
    transaction: (work) => work(database),
  };
  return { database, sent };
}

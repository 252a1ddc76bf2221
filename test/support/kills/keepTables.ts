import type { Connection, RowDataPacket } from 'mysql2/promise';
import { writtenColumns } from '../writtenColumns.ts';

/** The compared tables, as readers and members see them. */
const COMPARED = ['book', 'book_event', 'book_event_counter', 'subscription'] as const;

const ORDER: { [table: string]: string } = {
  book: 'id',
  book_event: 'seq',
  book_event_counter: 'id',
  subscription: 'member_id, book_id',
};

/** Saves, restores and compares the tables of our database. */
export function keepTables(open: () => Connection) {
  return {
    /** Saves all rows of all tables under a name. */
    async remember(name: string): Promise<void> {
      const kept = `kept_${name}`;
      await open().query('drop database if exists ??', [kept]);
      await open().query('create database ??', [kept]);
      for (const table of await tablesOf(open())) {
        const columns = await writtenColumns(open(), table, 'shinkan');
        await open().query(`create table ??.?? as select ${columns} from shinkan.??`, [
          kept,
          table,
          table,
        ]);
      }
    },

    /** Restores the saved rows; waits for locks on them. */
    async restore(name: string): Promise<void> {
      await open().query('start transaction');
      for (const table of await tablesOf(open())) {
        await open().query('delete from shinkan.??', [table]);
        const columns = await writtenColumns(open(), table, 'shinkan');
        await open().query(`insert into shinkan.?? (${columns}) select ${columns} from ??.??`, [
          table,
          `kept_${name}`,
          table,
        ]);
      }
      await open().query('commit');
    },

    /**
     * Every row of `book`, `book_event` and `subscription` unchanged, including times and ids of
     * runs.
     */
    untouched: () => readAll(open(), (text) => text, []),

    /** The same rows without what differs between runs: run ids and times of our own clock. */
    async comparable(): Promise<string> {
      const runs = await rowsOf(open(), 'select id from ingest_run');
      const ids = runs.map(({ id }) => String(id));
      const nameless = (text: string) => ids.reduce((all, id) => all.replaceAll(id, 'RUN'), text);
      return readAll(open(), nameless, [
        'run_id',
        'created_at',
        'updated_at',
        'occurred_at',
        'published_at',
      ]);
    },

    /** The number of staged rows of each run, and its state; empty if nothing is left behind. */
    async staged(): Promise<{ state: string; rows: number }[]> {
      const left = await rowsOf(
        open(),
        `select coalesce(r.state, 'no run') as state, count(*) as n
         from (select run_id from ingest_stage union all select run_id from ingest_known) s
         left join ingest_run r on r.id = s.run_id group by s.run_id, r.state order by state`,
      );
      return left.map(({ state, n }) => ({ state: String(state), rows: Number(n) }));
    },

    /** The rejects of a run without its id. */
    rejects: (run: string) =>
      rowsOf(
        open(),
        `select record_no, line, byte_offset, column_name, reason_code, reason, raw_row
         from ingest_reject where run_id = ? order by record_no`,
        [run],
      ),

    /** The run with this id. Throws if there is none. */
    async run(id: string): Promise<RowDataPacket> {
      const [run] = await rowsOf(open(), 'select * from ingest_run where id = ?', [id]);
      if (run) return run;
      throw new Error(`Ingest run ${id} not found`);
    },
  };
}

/** The first lines in which two texts of tables differ, shortened; empty if they are equal. */
export function differences(expected: string, seen: string): string[] {
  if (expected === seen) return [];
  const [wanted, found] = [expected.split('\n'), seen.split('\n')];
  return Array.from({ length: Math.max(wanted.length, found.length) }, (_, n) => n)
    .filter((n) => wanted[n] !== found[n])
    .slice(0, 3)
    .map((n) => `${shorten(wanted[n])} → ${shorten(found[n])}`);
}

function shorten(line = 'no row'): string {
  return line.length <= 400 ? line : `${line.slice(0, 60)} … ${line.slice(-300)}`;
}

/** The rows of a query. */
export async function rowsOf(
  sql: Connection,
  query: string,
  values: unknown[] = [],
): Promise<RowDataPacket[]> {
  const [rows] = await sql.query<RowDataPacket[]>(query, values);
  return rows;
}

async function readAll(
  sql: Connection,
  clean: (text: string) => string,
  without: string[],
): Promise<string> {
  const lines: string[] = [];
  for (const table of COMPARED) {
    for (const row of await rowsOf(sql, `select * from ${table} order by ${ORDER[table]}`)) {
      for (const column of without) delete row[column];
      lines.push(clean(`${table} ${JSON.stringify(row)}`));
    }
  }
  return lines.join('\n');
}

async function tablesOf(sql: Connection): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    `select table_name as name from information_schema.tables
     where table_schema = 'shinkan' and table_type = 'BASE TABLE'
       and table_name not in ('schema_migration') order by table_name`,
  );
  return rows.map(({ name }) => String(name));
}

import type { Connection, RowDataPacket } from 'mysql2/promise';

/** How a statement is executed: the plan, one line per table, and the number of rows read. */
export interface Examined {
  plan: { table: string; type: string; key: string | null; extra: string }[];
  read: number;
}

/** Executes a statement with `:named` values on a connection to its own database. */
export async function examine(
  connection: Connection,
  sql: string,
  values: { [name: string]: unknown },
): Promise<Examined> {
  const bound: unknown[] = [];
  const positional = sql.replace(/:(\w+)/g, (_, name) => {
    bound.push(values[name]);
    return '?';
  });
  const [plan] = await connection.query<RowDataPacket[]>(`explain ${positional}`, bound);
  await connection.query('flush status');
  await connection.query(positional, bound);
  const [counters] = await connection.query<RowDataPacket[]>(
    "show session status like 'Handler_read%'",
  );
  return {
    plan: plan.map(({ table, type, key, Extra }) => ({ table, type, key, extra: Extra })),
    read: counters.reduce((sum, counter) => sum + Number(counter.Value), 0),
  };
}

import type { Connection, RowDataPacket } from 'mysql2/promise';

/** How a statement is carried out: the plan, a table a line, and how many rows it touched. */
export interface Examined {
  plan: { table: string; type: string; key: string | null; extra: string }[];
  read: number;
}

/** Carries out a statement with `:named` values on a connection of its own database. */
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

import type { Connection, RowDataPacket } from 'mysql2/promise';

/** The columns of a table that are written, as a list, without computed ones. */
export async function writtenColumns(
  connection: Connection,
  table: string,
  schema: string | null = null,
): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select column_name as name from information_schema.columns
     where table_schema = coalesce(?, database()) and table_name = ? and extra not like '%GENERATED%'
     order by ordinal_position`,
    [schema, table],
  );
  return rows.map(({ name }) => `\`${name}\``).join(', ');
}

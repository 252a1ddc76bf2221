import type { FieldPacket, PoolConnection, ResultSetHeader } from 'mysql2/promise';
import { type Bound, bindParameters } from './bindParameters.ts';
import { readColumn } from './columns.ts';
import { badRequest } from './errors.ts';
import type { PreparedSql } from './readSql.ts';
import { type DriverValue, toField, toJsonValue } from './toField.ts';
import type {
  ExecuteStatementRequest,
  ExecuteStatementResponse,
  Field,
  SqlParameter,
} from './wire.ts';

/** 1 MiB of answer, 10 MB of formattedRecords inside the same bound. */
const largestResponse = 1024 * 1024;

/** MariaDB: "This command is not supported in the prepared statement protocol yet". */
const notPreparable = 1295;

/** Runs one statement on an open connection and answers as ExecuteStatement does. */
export async function runStatement(
  connection: PoolConnection,
  prepared: PreparedSql,
  request: ExecuteStatementRequest,
): Promise<ExecuteStatementResponse> {
  const [result, packets] = await run(connection, prepared, request.parameters ?? []);
  if (!Array.isArray(result)) {
    const generatedFields = generated(result as ResultSetHeader);
    return { numberOfRecordsUpdated: (result as ResultSetHeader).affectedRows, generatedFields };
  }
  const response = toRecords(result as DriverValue[][], packets, request);
  const size = Buffer.byteLength(JSON.stringify(response));
  if (size > largestResponse) {
    throw badRequest(
      `Database returned more than the allowed response size limit: ${size} bytes, at most ${largestResponse}`,
    );
  }
  return response;
}

/** Runs one parameter set of a batch and gives the fields it generated. */
export async function runParameterSet(
  connection: PoolConnection,
  prepared: PreparedSql,
  parameters: SqlParameter[],
): Promise<{ generatedFields: Field[] }> {
  const [result] = await run(connection, prepared, parameters);
  if (Array.isArray(result)) throw badRequest('A batch may not return records');
  return { generatedFields: generated(result as ResultSetHeader) };
}

async function run(
  connection: PoolConnection,
  { sql, names }: PreparedSql,
  parameters: SqlParameter[],
): Promise<[unknown, FieldPacket[]]> {
  const values: Bound[] = bindParameters(names, parameters);
  try {
    return await connection.execute(sql, values);
  } catch (error) {
    const { errno } = error as { errno?: number };
    if (errno !== notPreparable || values.length > 0) throw error;
    return connection.query(sql);
  }
}

function toRecords(
  rows: DriverValue[][],
  packets: FieldPacket[],
  request: ExecuteStatementRequest,
): ExecuteStatementResponse {
  const columns = packets.map(readColumn);
  if (request.formatRecordsAs === 'JSON') {
    const objects = rows.map((row) =>
      Object.fromEntries(
        columns.map((column, i) => [column.label, toJsonValue(row[i] ?? null, column)]),
      ),
    );
    return { numberOfRecordsUpdated: 0, formattedRecords: JSON.stringify(objects) };
  }
  const options = request.resultSetOptions ?? {};
  const records = rows.map((row) =>
    columns.map((column, i) => toField(row[i] ?? null, column, options)),
  );
  return {
    numberOfRecordsUpdated: 0,
    records,
    generatedFields: [],
    ...(request.includeResultMetadata
      ? { columnMetadata: columns.map(({ metadata }) => metadata) }
      : {}),
  };
}

function generated({ insertId }: ResultSetHeader): Field[] {
  return insertId ? [{ longValue: insertId }] : [];
}

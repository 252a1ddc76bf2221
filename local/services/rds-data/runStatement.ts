import type { FieldPacket, PoolConnection, ResultSetHeader } from 'mysql2';
import { bindParameters } from './bindParameters.ts';
import { type Description, describeResult } from './describeResult.ts';
import { execute, query } from './driver.ts';
import { badRequest, type DriverError } from './errors.ts';
import type { PreparedSql } from './readSql.ts';
import { checkSize } from './responseSize.ts';
import { type DriverValue, toField, toJsonValue } from './toField.ts';
import type {
  ExecuteStatementRequest,
  ExecuteStatementResponse,
  Field,
  SqlParameter,
} from './wire.ts';

/** MariaDB: "This command is not supported in the prepared statement protocol yet". */
const notPreparable = 1295;

type Ran =
  | { header: ResultSetHeader }
  /** A statement that returns rows, possibly none. */
  | { rows: DriverValue[][]; packets: FieldPacket[] };

/** Runs one statement on an open connection and returns ExecuteStatement's answer. */
export async function runStatement(
  connection: PoolConnection,
  prepared: PreparedSql,
  request: ExecuteStatementRequest,
): Promise<ExecuteStatementResponse> {
  const ran = await run(connection, prepared, request.parameters ?? []);
  if ('header' in ran) {
    return {
      numberOfRecordsUpdated: ran.header.affectedRows,
      generatedFields: generated(ran.header),
    };
  }
  const response = toRecords(ran.rows, describeResult(prepared, ran.packets), request);
  checkSize(response);
  return response;
}

/** Runs one parameter set of a batch and returns its generated fields. */
export async function runParameterSet(
  connection: PoolConnection,
  prepared: PreparedSql,
  parameters: SqlParameter[],
): Promise<{ generatedFields: Field[] }> {
  const ran = await run(connection, prepared, parameters);
  if ('rows' in ran) throw badRequest('A batch may not return records');
  return { generatedFields: generated(ran.header) };
}

async function run(
  connection: PoolConnection,
  { sql, names }: PreparedSql,
  parameters: SqlParameter[],
): Promise<Ran> {
  const values = bindParameters(names, parameters);
  const [result, packets] = await execute(connection, sql, values).catch((error: DriverError) => {
    if (error.errno !== notPreparable || values.length > 0) throw error;
    return query(connection, sql);
  });
  // The driver's types assume row objects; the pool requests arrays.
  if (Array.isArray(result)) return { rows: result as unknown as DriverValue[][], packets };
  return { header: result as ResultSetHeader };
}

function toRecords(
  rows: DriverValue[][],
  { columns, metadata }: Description,
  request: ExecuteStatementRequest,
): ExecuteStatementResponse {
  const options = request.resultSetOptions ?? {};
  if (request.formatRecordsAs === 'JSON') {
    const objects = rows.map((row) =>
      Object.fromEntries(
        columns.map((column, i) => [column.label, toJsonValue(row[i] ?? null, column, options)]),
      ),
    );
    return { numberOfRecordsUpdated: 0, formattedRecords: JSON.stringify(objects) };
  }
  const records = rows.map((row) =>
    columns.map((column, i) => toField(row[i] ?? null, column, options)),
  );
  return {
    numberOfRecordsUpdated: 0,
    records,
    ...(request.includeResultMetadata ? { columnMetadata: metadata } : {}),
  };
}

function generated({ insertId }: ResultSetHeader): Field[] {
  return insertId ? [{ longValue: insertId }] : [];
}

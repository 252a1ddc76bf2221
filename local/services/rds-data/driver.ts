import type { FieldPacket, PoolConnection, QueryResult } from 'mysql2';
import type { Bound } from './bindParameters.ts';

// The driver's own promises take a stack trace for every call; on the path of every statement that is a tenth of the time.

/** Runs a prepared statement; the driver keeps it prepared on the connection. Rejects with DriverError. */
export function execute(
  connection: PoolConnection,
  sql: string,
  values: Bound[],
): Promise<[QueryResult, FieldPacket[]]> {
  return new Promise((resolve, reject) => {
    connection.execute(sql, values, (error, result, fields) => {
      if (error === null) resolve([result, fields]);
      else reject(error);
    });
  });
}

/** Runs the text as it is. Rejects with DriverError. */
export function query(
  connection: PoolConnection,
  sql: string,
): Promise<[QueryResult, FieldPacket[]]> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error, result, fields) => {
      if (error === null) resolve([result, fields]);
      else reject(error);
    });
  });
}

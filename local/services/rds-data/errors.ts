import { AwsError } from '../protocol/awsError.ts';
import { SqlTextError } from './readSql.ts';

/** A refusal by the Data API, for requests that are wrong before the database sees them. */
export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message, 400);
}

/** A statement that ran too long; it may still be running when the caller asked for that. */
export class StatementTimeout extends AwsError {
  readonly dbConnectionId: number;

  constructor(seconds: number, dbConnectionId: number) {
    super('StatementTimeoutException', `The statement did not end within ${seconds} seconds`, 400);
    this.dbConnectionId = dbConnectionId;
  }
}

interface DatabaseError {
  errno?: number;
  code?: string;
  sqlState?: string;
  sqlMessage?: string;
}

const statementTimedOut = new Set([1969, 3024]);
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'PROTOCOL_CONNECTION_LOST',
  'EPIPE',
]);

/**
 * What the Data API answers for an error of the database driver. MySQL's own text stays inside the
 * message, since clients recognise errors by it; the classes are those of the API reference.
 */
export function toAwsError(
  error: unknown,
  limits: { seconds: number; connectionId: number },
): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof SqlTextError) return badRequest(error.message);
  const { errno, code, sqlState, sqlMessage } = error as DatabaseError;
  if (errno !== undefined && statementTimedOut.has(errno)) {
    return new StatementTimeout(limits.seconds, limits.connectionId);
  }
  if (code !== undefined && unreachable.has(code)) {
    return new AwsError('DatabaseUnavailableException', 'The database does not answer', 504);
  }
  if (errno === undefined || sqlMessage === undefined) throw error;
  if (errno === 1049) return new AwsError('DatabaseNotFoundException', sqlMessage, 404);
  // MariaDB numbers a violated CHECK 4025, MySQL 3819.
  const check = errno === 4025 ? /^CONSTRAINT `(.+?)` failed/.exec(sqlMessage) : null;
  if (check !== null)
    return databaseError(`Check constraint '${check[1]}' is violated.`, 3819, 'HY000');
  return databaseError(sqlMessage, errno, sqlState ?? 'HY000');
}

/** An error of the database itself: `<MySQL's text>; Error code: 1062; SQLState: 23000`. */
export function databaseError(message: string, code: number, state: string): AwsError {
  const text = `${message}; Error code: ${code}; SQLState: ${state}`;
  return new AwsError('DatabaseErrorException', text, 400);
}

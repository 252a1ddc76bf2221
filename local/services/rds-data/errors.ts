import { AwsError } from '../protocol/awsError.ts';

/** The error for a request that is invalid before it reaches the database. */
export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message, 400);
}

/** The error for unsupported features; the class is documented, but missing in the SDK's model. */
export function validation(message: string): AwsError {
  return new AwsError('ValidationException', message, 400);
}

/** A statement exceeded its time limit; it may still be running if the caller asked for that. */
export class StatementTimeout extends AwsError {
  readonly dbConnectionId: number;

  constructor(seconds: number, dbConnectionId: number) {
    super('StatementTimeoutException', `The statement did not end within ${seconds} seconds`, 400);
    this.dbConnectionId = dbConnectionId;
  }
}

/** A driver error; `fatal` if its connection is unusable. */
export interface DriverError {
  errno?: number;
  code?: string;
  sqlState?: string;
  sqlMessage?: string;
  fatal?: boolean;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'PROTOCOL_CONNECTION_LOST',
  'EPIPE',
]);

/**
 * Converts a driver error to the Data API's answer. MySQL's text stays in the message because
 * clients recognise errors by it; the classes are those of the API reference.
 */
export function toAwsError(
  error: unknown,
  limits: { seconds: number; connectionId: number },
): AwsError {
  if (error instanceof AwsError) return error;
  const { errno, code, sqlState, sqlMessage, fatal } = error as DriverError;
  // A MAX_EXECUTION_TIME hint in the statement, on MySQL.
  if (errno === 3024) {
    return new StatementTimeout(limits.seconds, limits.connectionId);
  }
  // A closed connection rejects every command with a fatal error that has no number.
  if ((code !== undefined && unreachable.has(code)) || (fatal === true && errno === undefined)) {
    return new AwsError('DatabaseUnavailableException', 'The database does not answer', 504);
  }
  if (errno === undefined || sqlMessage === undefined) throw error;
  if (errno === 1049) return new AwsError('DatabaseNotFoundException', sqlMessage, 404);
  return violatedCheck(errno, sqlMessage) ?? databaseError(sqlMessage, errno, sqlState ?? 'HY000');
}

/**
 * A violated CHECK is 4025 in MariaDB and 3819 in MySQL; MariaDB implements JSON columns by a CHECK
 * named `table.column`.
 */
function violatedCheck(errno: number, message: string): AwsError | undefined {
  const name = errno === 4025 ? /^CONSTRAINT `(.+?)` failed/.exec(message)?.[1] : undefined;
  if (name === undefined) return undefined;
  if (name.includes('.')) {
    const text = `Invalid JSON text: "Invalid value." at position 0 in value for column '${name}'.`;
    return databaseError(text, 3140, '22032');
  }
  return databaseError(`Check constraint '${name}' is violated.`, 3819, 'HY000');
}

/** An error of the database itself: `<MySQL's text>; Error code: 1062; SQLState: 23000`. */
export function databaseError(message: string, code: number, state: string): AwsError {
  const text = `${message}; Error code: ${code}; SQLState: ${state}`;
  return new AwsError('DatabaseErrorException', text, 400);
}

import { AwsError } from '../protocol/awsError.ts';

/** A refusal of a request that is wrong before the database sees it. */
export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message, 400);
}

/** A refusal for what the API does not take at all; the class is documented, though the SDK's model lacks it. */
export function validation(message: string): AwsError {
  return new AwsError('ValidationException', message, 400);
}

/** A statement that ran too long; it may still be running when the caller asked for that. */
export class StatementTimeout extends AwsError {
  readonly dbConnectionId: number;

  constructor(seconds: number, dbConnectionId: number) {
    super('StatementTimeoutException', `The statement did not end within ${seconds} seconds`, 400);
    this.dbConnectionId = dbConnectionId;
  }
}

/** An error of the driver; `fatal` when its connection is of no more use. */
export interface DriverError {
  errno?: number;
  code?: string;
  sqlState?: string;
  sqlMessage?: string;
  fatal?: boolean;
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
  const { errno, code, sqlState, sqlMessage, fatal } = error as DriverError;
  if (errno !== undefined && statementTimedOut.has(errno)) {
    return new StatementTimeout(limits.seconds, limits.connectionId);
  }
  // A connection that has closed meanwhile refuses every command: fatal, and without a number.
  if ((code !== undefined && unreachable.has(code)) || (fatal === true && errno === undefined)) {
    return new AwsError('DatabaseUnavailableException', 'The database does not answer', 504);
  }
  if (errno === undefined || sqlMessage === undefined) throw error;
  if (errno === 1049) return new AwsError('DatabaseNotFoundException', sqlMessage, 404);
  return violatedCheck(errno, sqlMessage) ?? databaseError(sqlMessage, errno, sqlState ?? 'HY000');
}

/** MariaDB numbers a violated CHECK 4025, MySQL 3819; a CHECK `table.column` is its way to have a JSON column. */
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

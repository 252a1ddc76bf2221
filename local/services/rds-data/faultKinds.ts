import { AwsError } from '../protocol/awsError.ts';
import type { FaultKinds } from '../protocol/faults.ts';
import { StatementTimeout } from './errors.ts';

const operations = [
  'ExecuteStatement',
  'BatchExecuteStatement',
  'BeginTransaction',
  'CommitTransaction',
  'RollbackTransaction',
];

// All error classes of the SDK's model with HTTP status and text; throttling is common to AWS
// services.
const classes: [name: string, status: number, message: string][] = [
  ['AccessDeniedException', 403, 'You do not have sufficient access to perform this action.'],
  ['BadRequestException', 400, 'There is an error in the call or in a SQL statement.'],
  ['DatabaseErrorException', 400, deadlock()],
  ['DatabaseNotFoundException', 404, 'The DB cluster does not have a DB instance.'],
  [
    'DatabaseResumingException',
    400,
    'The Aurora DB instance is resuming after being auto-paused. Please wait a few seconds and try again.',
  ],
  ['DatabaseUnavailableException', 504, 'The writer instance in the DB cluster is not available.'],
  ['ForbiddenException', 403, 'There are insufficient privileges to make the call.'],
  ['HttpEndpointNotEnabledException', 400, 'HttpEndpoint is not enabled for the resource.'],
  ['InternalServerErrorException', 500, 'An internal error occurred.'],
  ['InvalidResourceStateException', 400, 'The resource is in an invalid state.'],
  ['InvalidSecretException', 400, 'The secret used with the request is not valid.'],
  ['NotFoundException', 404, 'The resourceArn, secretArn, or transactionId cannot be found.'],
  ['SecretsErrorException', 400, 'There was a problem with the secret used with the request.'],
  ['ServiceUnavailableError', 503, 'The service is not available.'],
  ['ThrottlingException', 400, 'Rate exceeded'],
  ['TransactionNotFoundException', 404, 'Transaction is not found. Transaction may be expired.'],
  ['UnsupportedResultException', 400, 'The size was too large.'],
];

/** The faults that can be injected into the Data API. */
export const faultKinds: FaultKinds = {
  operations,
  errors: {
    ...Object.fromEntries(
      classes.map(([name, status, message]) => [name, () => new AwsError(name, message, status)]),
    ),
    // Uses AWS's statement limit; no connection of ours has this number.
    StatementTimeoutException: () => new StatementTimeout(45, 0),
  },
};

function deadlock(): string {
  return 'Deadlock found when trying to get lock; try restarting transaction; Error code: 1213; SQLState: 40001';
}

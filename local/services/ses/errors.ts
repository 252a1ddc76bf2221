import { ZodError } from 'zod';
import { AwsError } from '../protocol/awsError.ts';

/** Error names of SES v1, with the name and status in v2 where they differ. */
const REST_NAMES: { readonly [name: string]: readonly [name: string, status: number] } = {
  AccountSendingPausedException: ['SendingPausedException', 400],
  ConfigurationSetDoesNotExist: ['NotFoundException', 404],
  ConfigurationSetSendingPausedException: ['SendingPausedException', 400],
  InternalFailure: ['InternalServiceErrorException', 500],
  InvalidAction: ['UnknownOperationException', 404],
  InvalidParameterValue: ['BadRequestException', 400],
  LimitExceeded: ['LimitExceededException', 400],
  Throttling: ['TooManyRequestsException', 429],
  ValidationError: ['BadRequestException', 400],
};

/** The equivalent SES v2 error. */
export function toRestError({ name, message, status }: AwsError): AwsError {
  const rest = REST_NAMES[name];
  return rest ? new AwsError(rest[0], message, rest[1]) : new AwsError(name, message, status);
}

/** The error for an invalid request; names members that are not emulated. */
function fromZod(error: ZodError): AwsError {
  const told = error.issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return `${path}: ${issue.message}`;
    const names = issue.keys.map((key) => [...issue.path, key].join('.'));
    return `${names.join(', ')} is not emulated on this machine`;
  });
  return new AwsError('ValidationError', told.join('; '));
}

/** Converts an error of a call to the one its client gets. Rethrows anything unexpected. */
export function asRefusal(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof ZodError) return fromZod(error);
  throw error;
}

const asAsked = (name: string, status = 400) => ({
  [name]: () => new AwsError(name, `${name}, as requested by a fault.`, status),
});

/**
 * All errors that a call of SES can be made to fail with: v1 names, which are converted for a v2
 * call, and names that only v2 has.
 */
export const faultErrors: { readonly [name: string]: () => AwsError } = {
  Throttling: () => new AwsError('Throttling', 'Maximum sending rate exceeded.'),
  // The daily quota shares its name with the rate limit but has its own message.
  DailyQuotaExceeded: () => new AwsError('Throttling', 'Daily message quota exceeded.'),
  ...asAsked('MessageRejected'),
  ...asAsked('MailFromDomainNotVerifiedException'),
  ...asAsked('ConfigurationSetDoesNotExist'),
  ...asAsked('ConfigurationSetSendingPausedException'),
  ...asAsked('AccountSendingPausedException'),
  ...asAsked('InvalidParameterValue'),
  ...asAsked('LimitExceeded'),
  ...asAsked('AccessDenied', 403),
  ...asAsked('InternalFailure', 500),
  ...asAsked('ServiceUnavailable', 503),
  ...asAsked('AccountSuspendedException'),
  ...asAsked('BadRequestException'),
  ...asAsked('NotFoundException', 404),
};

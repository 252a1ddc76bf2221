import { ZodError } from 'zod';
import { AwsError } from '../protocol/awsError.ts';

/** Names of SES v1 and, where v2 says the same in another way, its name and status there. */
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

/** The same refusal in the words of SES v2. */
export function toRestError({ name, message, status }: AwsError): AwsError {
  const rest = REST_NAMES[name];
  return rest ? new AwsError(rest[0], message, rest[1]) : new AwsError(name, message, status);
}

/** What a request did wrong, as a refusal; a member that nothing here reads is named. */
function fromZod(error: ZodError): AwsError {
  const told = error.issues.map((issue) => {
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return `${path}: ${issue.message}`;
    const names = issue.keys.map((key) => [...issue.path, key].join('.'));
    return `${names.join(', ')} is not emulated on this machine`;
  });
  return new AwsError('ValidationError', told.join('; '));
}

/** An error of a call as the refusal that its client gets. What is no refusal is thrown on. */
export function asRefusal(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (error instanceof ZodError) return fromZod(error);
  throw error;
}

const asAsked = (name: string, status = 400) => ({
  [name]: () => new AwsError(name, `${name}, as was asked for by a fault.`, status),
});

/**
 * Everything a call of SES can be made to fail with: the names of v1, which a v2 call gets in v2's words, and those
 * that v2 alone has.
 */
export const faultErrors: { readonly [name: string]: () => AwsError } = {
  Throttling: () => new AwsError('Throttling', 'Maximum sending rate exceeded.'),
  // The day's quota has words of its own, and the same name as too fast a rate.
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

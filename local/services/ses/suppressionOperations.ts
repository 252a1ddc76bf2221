import { z } from 'zod';
import { AwsError } from '../protocol/awsError.ts';
import { type PageOf, pageOf } from './pageOf.ts';
import type { SuppressedAddress, SuppressionList } from './suppressionList.ts';

const reason = z.enum(['BOUNCE', 'COMPLAINT']);
const putRequest = z.strictObject({ EmailAddress: z.string(), Reason: reason });

export function putSuppressed(list: SuppressionList, body: unknown): object {
  const { EmailAddress, Reason } = putRequest.parse(body);
  if (!/^[^\s@]+@[^\s@]+$/.test(EmailAddress)) {
    throw new AwsError('ValidationError', `EmailAddress is "${EmailAddress}": expected an address`);
  }
  list.put({ address: EmailAddress, reason: Reason, at: new Date().toISOString() });
  return {};
}

export function getSuppressed(list: SuppressionList, address: string): object {
  const listed = list.find(address) ?? missing(address);
  return { SuppressedDestination: summary(listed) };
}

export function deleteSuppressed(list: SuppressionList, address: string): object {
  return list.delete(address) ? {} : missing(address);
}

/** ListSuppressedDestinations: newest first, filtered by reason and time. */
export function listSuppressed(list: SuppressionList, query: URLSearchParams): object {
  const reasons = z.array(reason).parse(query.getAll('Reason'));
  const from = Date.parse(query.get('StartDate') ?? '1970-01-01');
  const until = Date.parse(query.get('EndDate') ?? '9999-12-31');
  const wished = list
    .list()
    .filter((one) => reasons.length === 0 || reasons.includes(one.reason))
    .filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= until);
  const page: PageOf<SuppressedAddress> = pageOf(
    wished,
    query.get('PageSize'),
    query.get('NextToken'),
  );
  return {
    SuppressedDestinationSummaries: page.items.map(summary),
    NextToken: page.next,
  };
}

function summary({ address, reason: Reason, at }: SuppressedAddress) {
  return { EmailAddress: address, Reason, LastUpdateTime: Date.parse(at) / 1000 };
}

function missing(address: string): never {
  const message = `Email address ${address} does not exist on your suppression list.`;
  throw new AwsError('NotFoundException', message, 404);
}

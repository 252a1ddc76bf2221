import { AwsError } from '../protocol/awsError.ts';

/** One page of a list, as `maxResults` (0 = 100) and `nextToken` ask for it. */
export function page<T>(all: T[], input: Record<string, unknown>) {
  const { maxResults, nextToken } = input;
  const size = Number(maxResults ?? 0) || 100;
  const from = nextToken === undefined ? 0 : Number(nextToken);
  if (size < 1 || size > 1000) {
    throw new AwsError('ValidationException', `maxResults is ${maxResults}, expected 0 to 1000`);
  }
  if (!Number.isInteger(from) || from < 0) {
    throw new AwsError('InvalidToken', `Invalid Token: '${nextToken}'`);
  }
  const next = from + size < all.length ? { nextToken: String(from + size) } : {};
  return { items: all.slice(from, from + size), ...next };
}

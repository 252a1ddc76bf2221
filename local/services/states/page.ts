import { AwsError } from '../protocol/awsError.ts';

/**
 * One page of a list for `maxResults` (0 = 100) and `nextToken`. A token holds the key of the last
 * item returned, so that new items at the beginning of the list do not shift the pages.
 */
export function page<T>(all: T[], keyOf: (item: T) => string, input: Record<string, unknown>) {
  const { maxResults, nextToken } = input;
  const size = Number(maxResults ?? 0) || 100;
  if (!Number.isInteger(size) || size < 1 || size > 1000) {
    throw new AwsError('ValidationException', `maxResults is ${maxResults}, expected 0 to 1000`);
  }
  const from = nextToken == null ? 0 : 1 + find(all, keyOf, String(nextToken));
  const items = all.slice(from, from + size);
  const last = items.at(-1);
  if (last === undefined || from + size >= all.length) return { items };
  return { items, nextToken: Buffer.from(keyOf(last)).toString('base64url') };
}

function find<T>(all: T[], keyOf: (item: T) => string, token: string): number {
  const key = Buffer.from(token, 'base64url').toString();
  const at = all.findIndex((item) => keyOf(item) === key);
  if (at >= 0) return at;
  throw new AwsError('InvalidToken', `Invalid Token: '${token}'`);
}

import { AwsError } from '../protocol/awsError.ts';

export interface PageOf<T> {
  items: T[];
  /** Undefined after the last page. */
  next: string | undefined;
}

/** One page of a list for the `PageSize` (null: 100, at most 1,000) and `NextToken` of a call. */
export function pageOf<T>(all: T[], pageSize: string | null, token: string | null): PageOf<T> {
  const size = Number(pageSize ?? 100);
  const from = Number(token ?? 0);
  if (!Number.isInteger(size) || size < 1 || size > 1000) {
    throw new AwsError('ValidationError', `PageSize is ${pageSize}, expected 1 to 1000`);
  }
  if (!Number.isInteger(from) || from < 0) {
    throw new AwsError('InvalidNextTokenException', `NextToken ${token} is unknown`);
  }
  const end = from + size;
  return { items: all.slice(from, end), next: end < all.length ? String(end) : undefined };
}

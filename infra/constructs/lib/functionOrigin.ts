import type { Duration } from 'aws-cdk-lib';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { hostOf } from '../../addresses.ts';

/** A function behind the distribution. */
export interface SiteFunction {
  /** The function's own address, which answers nobody who does not know the origin secret. */
  readonly url: string;
  /** What the distribution adds to every request, as a reference that is resolved on AWS. */
  readonly originSecret: string;
}

/** The function as an origin of the distribution, which waits this long for an answer. */
export function functionOrigin(
  { url, originSecret }: SiteFunction,
  readTimeout: Duration,
): HttpOrigin {
  return new HttpOrigin(hostOf(url), {
    customHeaders: { 'x-origin-verify': originSecret },
    readTimeout,
  });
}

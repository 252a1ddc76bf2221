import type { Duration } from 'aws-cdk-lib';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { hostOf } from '../../addresses.ts';

/** A function behind the distribution. */
export interface SiteFunction {
  /** The function's own address, which rejects requests without the origin secret. */
  readonly url: string;
  /**
   * The header value that the distribution adds to every request, as a reference resolved on AWS.
   */
  readonly originSecret: string;
}

/** Makes the function an origin of the distribution, with this response timeout. */
export function functionOrigin(
  { url, originSecret }: SiteFunction,
  readTimeout: Duration,
): HttpOrigin {
  return new HttpOrigin(hostOf(url), {
    customHeaders: { 'x-origin-verify': originSecret },
    readTimeout,
  });
}

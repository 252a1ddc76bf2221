import { Duration } from 'aws-cdk-lib';
import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Keeps a page as long as its origin says, a day at most, and nothing where it says nothing. One page
 * for everybody: neither cookies, nor headers, nor what is behind a question mark make another, so that
 * a link with somebody's tracking at its end is the same page.
 */
export function cacheForAMoment(scope: Construct, id: string): CachePolicy {
  return new CachePolicy(scope, id, {
    comment: 'Pages of books',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

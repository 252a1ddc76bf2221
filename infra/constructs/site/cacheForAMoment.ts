import { Duration } from 'aws-cdk-lib';
import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Caches a page for as long as its origin says, at most a day, and not at all if the origin says
 * nothing. Cookies, headers and the query string are not part of the cache key, so a link with
 * tracking parameters gets the same page.
 */
export function cacheForAMoment(scope: Construct, id: string): CachePolicy {
  return new CachePolicy(scope, id, {
    comment: 'Book pages',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

import { OriginRequestHeaderBehavior, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Forwards to the unsubscribe page: the reader's preferred languages, but no cookies and no query,
 * because the link says it all. The body's type and length are always forwarded. `Host` must not
 * be, because the function has a different address.
 */
export function toUnsubscribe(scope: Construct, id: string): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, id, {
    comment: 'Forwarded to the unsubscribe page',
    headerBehavior: OriginRequestHeaderBehavior.allowList('Accept-Language'),
  });
}

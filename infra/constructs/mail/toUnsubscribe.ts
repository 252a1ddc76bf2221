import { OriginRequestHeaderBehavior, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * What of a request reaches the page behind the links of mails: the languages that its reader likes,
 * and neither cookies nor a query, since the link says it all. The type and length of the body always
 * do. `Host` must not, since the function's address is another one.
 */
export function toUnsubscribe(scope: Construct, id: string): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, id, {
    comment: 'What the page behind links of mails reads',
    headerBehavior: OriginRequestHeaderBehavior.allowList('Accept-Language'),
  });
}

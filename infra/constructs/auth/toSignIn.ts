import {
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * What of a request reaches sign-in: its cookies, where it comes from (failures are counted by
 * address), and the headers by which a request from another site is told. The type and length
 * of the body always do. `Host` must not, since the function's address is another one.
 */
export function toSignIn(scope: Construct, id: string): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, id, {
    comment: 'What sign-in reads',
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'CloudFront-Viewer-Address',
      'Origin',
      'Sec-Fetch-Site',
      'X-Requested-With',
    ),
    cookieBehavior: OriginRequestCookieBehavior.all(),
  });
}

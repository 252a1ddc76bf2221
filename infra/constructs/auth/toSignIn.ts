import {
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/**
 * Forwards to sign-in: the cookies, the client's address (failures are counted by address), and the
 * headers that reveal a cross-site request. The body's type and length are always forwarded. `Host`
 * must not be, because the function has a different address.
 */
export function toSignIn(scope: Construct, id: string): OriginRequestPolicy {
  return new OriginRequestPolicy(scope, id, {
    comment: 'Forwarded to sign-in',
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      'CloudFront-Viewer-Address',
      'Origin',
      'Sec-Fetch-Site',
      'X-Requested-With',
    ),
    cookieBehavior: OriginRequestCookieBehavior.all(),
  });
}

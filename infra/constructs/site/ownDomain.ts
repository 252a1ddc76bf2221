import { Aws, CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import type { CfnDistribution, Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { parameter } from '../../parameters.ts';

/** Gives the site the shop's own domain and web ACL, if their parameters are set. */
export function ownDomain(distribution: Distribution): void {
  const stack = Stack.of(distribution);
  const domain = parameter(stack, 'SiteDomain');
  const hasDomain = isGiven(stack, 'HasDomain', domain);
  const webAcl = parameter(stack, 'WebAclArn');
  const hasWebAcl = isGiven(stack, 'HasWebAcl', webAcl);

  const resource = distribution.node.defaultChild as CfnDistribution;
  const set = (property: string, condition: CfnCondition, value: unknown) =>
    resource.addPropertyOverride(
      `DistributionConfig.${property}`,
      Fn.conditionIf(condition.logicalId, value, Aws.NO_VALUE),
    );
  set('Aliases', hasDomain, [domain]);
  set('ViewerCertificate', hasDomain, {
    AcmCertificateArn: parameter(stack, 'CertificateArn'),
    MinimumProtocolVersion: 'TLSv1.2_2021',
    SslSupportMethod: 'sni-only',
  });
  set('WebACLId', hasWebAcl, webAcl);
}

function isGiven(stack: Stack, id: string, value: string): CfnCondition {
  return new CfnCondition(stack, id, {
    expression: Fn.conditionNot(Fn.conditionEquals(value, '')),
  });
}

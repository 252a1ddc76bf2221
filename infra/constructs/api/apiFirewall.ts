import { Stack } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';

/**
 * How much of a body WAF inspects before AppSync gets it ("Managing body inspection size limits").
 */
const INSPECTED_BYTES = 8_192;

/**
 * Blocks what AppSync cannot reject itself: bodies larger than any query of ours, and clients that
 * send too many requests. AppSync has no limit on aliases or tokens; the body's size bounds both.
 */
export class ApiFirewall extends Construct {
  constructor(scope: Construct, id: string, { api }: { api: GraphqlApi }) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      description: 'In front of the API: blocks large bodies and too many requests',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('ApiFirewall'),
      rules: [
        {
          name: 'LargeBody',
          priority: 0,
          action: { block: {} },
          visibilityConfig: seenAs('LargeBody'),
          statement: {
            sizeConstraintStatement: {
              fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
              comparisonOperator: 'GT',
              size: INSPECTED_BYTES,
              textTransformations: [{ priority: 0, type: 'NONE' }],
            },
          },
        },
        {
          name: 'TooOften',
          priority: 1,
          action: { block: {} },
          visibilityConfig: seenAs('TooOften'),
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              // A parameter is a string, which CloudFormation converts to a number.
              limit: parameter(Stack.of(this), 'ApiRate') as unknown as number,
              evaluationWindowSec: 300,
              // The publisher's requests come from few addresses. A request that only pretends to
              // be signed has no other credentials, so AppSync rejects it before running anything.
              scopeDownStatement: { notStatement: { statement: isOnlySigned() } },
            },
          },
        },
      ],
    });
    new CfnWebACLAssociation(this, 'Association', {
      resourceArn: api.arn,
      webAclArn: acl.attrArn,
    });
  }
}

function isOnlySigned(): CfnWebACL.StatementProperty {
  return {
    andStatement: {
      statements: [isSigned(), { notStatement: { statement: hasApiKey() } }],
    },
  };
}

function isSigned(): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { singleHeader: { Name: 'authorization' } },
      positionalConstraint: 'STARTS_WITH',
      searchString: 'AWS4-HMAC-SHA256 ',
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

function hasApiKey(): CfnWebACL.StatementProperty {
  return {
    sizeConstraintStatement: {
      fieldToMatch: { singleHeader: { Name: 'x-api-key' } },
      comparisonOperator: 'GE',
      size: 1,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
}

function seenAs(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}

import { Stack } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';

/** All that WAF sees of a body on its way to AppSync ("Managing body inspection size limits"). */
const INSPECTED_BYTES = 8_192;

/**
 * What AppSync cannot refuse by itself: bodies that are larger than any question of ours, and those who
 * ask too often. It has no bound on aliases or tokens; the size of a body bounds both.
 */
export class ApiFirewall extends Construct {
  constructor(scope: Construct, id: string, { api }: { api: GraphqlApi }) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      description: 'In front of the API: large bodies, and who asks too often',
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
              // A parameter is a text, and CloudFormation makes the number of it.
              limit: parameter(Stack.of(this), 'ApiRate') as unknown as number,
              evaluationWindowSec: 300,
              // The publisher's requests come from few addresses. Whoever only claims to sign has no
              // other proof, so that AppSync refuses them before anything is run.
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

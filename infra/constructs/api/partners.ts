import { CfnCondition, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import type { Api } from './api.ts';

/** The fields that partners may read: books and their events, but nothing meant for operators. */
const FIELDS = {
  Query: [
    'book',
    'bookEvents',
    'booksByIsbn',
    'contributor',
    'latestBookEventCursor',
    'series',
    'upcomingBooks',
  ],
  Subscription: ['onBookEvent'],
  // Nested fields with a resolver of their own: whether AppSync authorizes them is not documented.
  Contributor: ['subscription', 'upcomingBooks'],
  Series: ['subscription', 'upcomingBooks'],
};

/**
 * The role that partners assume to sign their requests. It exists once the deployment names their
 * accounts and an external id.
 */
export class Partners extends Construct {
  private readonly role: CfnRole;
  private readonly condition: CfnCondition;

  constructor(scope: Construct, id: string, { api }: { api: Api }) {
    super(scope, id);
    const stack = Stack.of(this);
    const accounts = parameter(stack, 'PartnerAccountIds');
    const externalId = parameter(stack, 'PartnerExternalId');
    const isGiven = (value: string) => Fn.conditionNot(Fn.conditionEquals(value, ''));
    this.condition = new CfnCondition(this, 'Given', {
      expression: Fn.conditionAnd(isGiven(accounts), isGiven(externalId)),
    });
    // The library's own role only takes accounts that are known at synthesis.
    this.role = new CfnRole(this, 'Role', {
      description: 'Reads books and receives their events, for partners',
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { AWS: Fn.split(',', accounts) },
            Condition: { StringEquals: { 'sts:ExternalId': externalId } },
          },
        ],
      },
      policies: [
        {
          policyName: 'ReadBooks',
          policyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 'appsync:GraphQL',
                Resource: Object.entries(FIELDS).flatMap(([type, fields]) =>
                  api.arnsOf(type, ...fields),
                ),
              },
            ],
          },
        },
      ],
    });
    this.role.cfnOptions.condition = this.condition;
  }

  /** Outputs the role’s ARN, which partners need. */
  addOutput(name: string): void {
    new CfnOutput(Stack.of(this), name, { value: this.role.attrArn, condition: this.condition });
  }
}

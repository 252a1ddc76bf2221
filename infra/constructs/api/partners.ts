import { CfnCondition, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { parameter } from '../../parameters.ts';
import type { Api } from './api.ts';

/** What a partner reads: books and what happens to them, and nothing that is for operators. */
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
  // Below those, but with a resolver of their own: whether AppSync asks for them is not documented.
  Contributor: ['subscription', 'upcomingBooks'],
  Series: ['subscription', 'upcomingBooks'],
};

/**
 * The role that partners take to sign their requests. It is there once the deployment names their
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
    // The library's own role takes accounts that are known when it is synthesized.
    this.role = new CfnRole(this, 'Role', {
      description: 'Reads books and hears what happens to them, as partners do',
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

  /** Tells the role's ARN, which partners need, as an output of the stack. */
  addOutput(name: string): void {
    new CfnOutput(Stack.of(this), name, { value: this.role.attrArn, condition: this.condition });
  }
}

import { Stack } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge.ts';
import { parameter } from '../../parameters.ts';
import { grantDataApi } from './grantDataApi.ts';

/** The shop's database. It is not ours: we read two views through its own Data API. */
export class Shop extends Construct {
  private readonly clusterArn: string;
  private readonly secretArn: string;
  private readonly databaseName: string;
  readonly name: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = Stack.of(this);
    this.clusterArn = parameter(stack, 'ShopClusterArn');
    this.secretArn = parameter(stack, 'ShopSecretArn');
    this.databaseName = parameter(stack, 'ShopDatabaseName');
    this.name = parameter(stack, 'ShopName');
    acknowledge(stack, {
      id: 'CloudFormation-Validate::W2509',
      reason: 'ShopSecretArn is the name of a secret, not a secret itself.',
    });
  }

  /** The environment variables that code needs to reach the shop's database. */
  get environment() {
    return {
      SHOP_CLUSTER_ARN: this.clusterArn,
      SHOP_SECRET_ARN: this.secretArn,
      SHOP_DATABASE_NAME: this.databaseName,
    };
  }

  /** Lets code run statements as the read-only user. The shop decides what that user may do. */
  grantRead(grantee: IGrantable): void {
    const { clusterArn, secretArn } = this;
    grantDataApi(grantee, { clusterArn, secretArn }, 'ExecuteStatement');
  }
}

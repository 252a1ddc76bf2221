import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';

/** A cluster behind the Data API, and the secret of the user that runs the statements. */
export interface DataApiCluster {
  clusterArn: string;
  secretArn: string;
}

/** Lets code take these actions on a cluster as the secret's user. */
export function grantDataApi(
  grantee: IGrantable,
  { clusterArn, secretArn }: DataApiCluster,
  ...actions: string[]
): void {
  Grant.addToPrincipal({
    grantee,
    actions: actions.map((action) => `rds-data:${action}`),
    resourceArns: [clusterArn],
  });
  // Secret.grantRead would add DescribeSecret, which the Data API does not need.
  Grant.addToPrincipal({
    grantee,
    actions: ['secretsmanager:GetSecretValue'],
    resourceArns: [secretArn],
  });
}

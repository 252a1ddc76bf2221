import type { Stack } from '../../stack/stack.ts';

/** The key of the bench, as a template declares it. */
export const signingKey = {
  stack: 'Bench',
  logicalId: 'SigningKey',
  type: 'AWS::KMS::Key',
  properties: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  ref: 'signing',
  attributes: { Arn: 'arn:aws:kms:ap-northeast-1:000000000000:key/signing' },
};

export const ORIGIN_SECRET = 'the secret of the bench';

/** The deployed function's environment, with this stack's databases. */
export function signInEnvironment(stack: Stack, kms: string): { [name: string]: string } {
  const { clusterArn, secretArn, shopClusterArn, shopSecretArn } = stack.resources;
  return {
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_RDS_DATA: stack.endpoints.rdsData,
    AWS_ENDPOINT_URL_KMS: kms,
    CLUSTER_ARN: clusterArn,
    SECRET_ARN: secretArn,
    DATABASE_NAME: 'shinkan',
    SHOP_CLUSTER_ARN: shopClusterArn,
    SHOP_SECRET_ARN: shopSecretArn,
    SHOP_DATABASE_NAME: stack.shop.database,
    SIGNING_KEYS: `${signingKey.logicalId}=${signingKey.ref}`,
    SIGNING_KEY: signingKey.logicalId,
    GRAPHQL_URL: stack.graphql,
    ISSUER: stack.web,
    AUDIENCE: 'shinkan',
    OPERATOR_MEMBER_IDS: '',
    ORIGIN_SECRET,
    SITE_URL: stack.web,
    WEAK_PASSWORD_FORMATS: '',
    ENCODER_SECRET: '',
    REFUSAL_MS: '500',
    SIGN_INS_PER_MINUTE: '99999',
  };
}

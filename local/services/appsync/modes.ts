/** The ways to prove who asks that this AppSync knows, as CloudFormation names them. */
export type Mode = 'API_KEY' | 'AWS_IAM' | 'OPENID_CONNECT';

/** The schema directive that opens a field or type to a mode. */
export const MODE_OF_DIRECTIVE: Record<string, Mode> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_oidc: 'OPENID_CONNECT',
};

/** What `util.authType()` answers. */
export const AUTH_TYPE: Record<Mode, string> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
};

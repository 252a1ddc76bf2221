/** The supported authorization modes, as CloudFormation names them. */
export type Mode = 'API_KEY' | 'AWS_IAM' | 'AWS_LAMBDA' | 'OPENID_CONNECT';

/** The schema directive that opens a field or type to a mode. */
export const MODE_OF_DIRECTIVE: Record<string, Mode> = {
  aws_api_key: 'API_KEY',
  aws_iam: 'AWS_IAM',
  aws_lambda: 'AWS_LAMBDA',
  aws_oidc: 'OPENID_CONNECT',
};

/** The values of `util.authType()`; the name for Lambda is reported, the others are documented. */
export const AUTH_TYPE: Record<Mode, string> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
};

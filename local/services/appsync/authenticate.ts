import { type Caller, RequestFault } from './caller.ts';
import { type Credential, checkSignature, type SignedRequest } from './checkSignature.ts';
import { createTokenCheck, type TokenCheck } from './checkToken.ts';
import type { Mode } from './modes.ts';
import type { ApiSettings } from './readSettings.ts';

/** Headers by lower-case name. */
export type Headers = Record<string, string>;

export interface IncomingCredentials extends SignedRequest {
  sourceIp: string[];
}

export type Authenticate = (request: IncomingCredentials) => Promise<Caller>;

/**
 * Finds out who asks. The shape of the headers alone decides the mode, and there is no second try
 * with another mode when it fails.
 */
export function createAuthenticate(
  settings: ApiSettings,
  credentials: Record<string, Credential>,
  log: (line: string) => void,
): Authenticate {
  const checkToken = createTokenCheck(settings.oidc);
  return async (request) => {
    const mode = modeOf(request.headers);
    if (!mode) throw new RequestFault(401, 'UnauthorizedException', 'Missing authorization header');
    try {
      if (mode === 'AWS_LAMBDA')
        throw new Error('Lambda authorizers are not supported by the local AppSync');
      if (!settings.modes.has(mode)) throw new Error(`the API does not offer ${mode}`);
      return await prove(mode, request, settings, credentials, checkToken);
    } catch (fault) {
      // The caller learns nothing of the reason, as on AWS.
      log(`refused a caller by ${mode}: ${(fault as Error).message}`);
      const message = 'You are not authorized to make this call.';
      throw new RequestFault(401, 'UnauthorizedException', message);
    }
  };
}

/** A token that is no JWT would be for a Lambda authorizer, which no API here has. */
function modeOf(headers: Headers): Mode | 'AWS_LAMBDA' | null {
  const authorization = headers.authorization ?? '';
  if (authorization.startsWith('AWS4-HMAC-SHA256 ')) return 'AWS_IAM';
  if (headers['x-api-key']) return 'API_KEY';
  if (/^(?:Bearer )?[\w-]+\.[\w-]+\.[\w-]+$/.test(authorization)) return 'OPENID_CONNECT';
  return authorization === '' ? null : 'AWS_LAMBDA';
}

async function prove(
  mode: Mode,
  request: IncomingCredentials,
  settings: ApiSettings,
  credentials: Record<string, Credential>,
  checkToken: TokenCheck,
): Promise<Caller> {
  switch (mode) {
    case 'API_KEY': {
      checkKey(request.headers['x-api-key'] ?? '', settings);
      return { mode, identity: null };
    }
    case 'OPENID_CONNECT': {
      const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
      return { mode, identity: await checkToken(token) };
    }
    case 'AWS_IAM': {
      const { arn, accountId } = checkSignature(request, credentials);
      return {
        mode,
        identity: {
          accountId,
          userArn: arn,
          username: arn.split(/[:/]/).at(-1) ?? '',
          sourceIp: request.sourceIp,
          cognitoIdentityPoolId: null,
          cognitoIdentityId: null,
          cognitoIdentityAuthType: null,
          cognitoIdentityAuthProvider: null,
        },
      };
    }
  }
}

function checkKey(key: string, { apiKeys }: ApiSettings): void {
  const known = apiKeys.find((one) => one.key === key);
  if (!known) throw new Error('there is no such API key');
  if (known.expires * 1000 <= Date.now()) {
    throw new Error(`the API key expired at ${new Date(known.expires * 1000).toISOString()}`);
  }
}

import type { Json } from '../../../lib/resource.ts';
import type { Signer } from '../../iam/accessKeys.ts';
import type { Mode } from '../definition/modes.ts';
import type { ApiSettings } from '../definition/readSettings.ts';
import type { InvokeLambda } from '../sources/callLambda.ts';
import { type Caller, RequestFault } from './caller.ts';
import { checkSignature, type SignedRequest } from './checkSignature.ts';
import { createTokenCheck } from './checkToken.ts';
import type { DeniedFields } from './fieldPolicy.ts';
import type { Headers } from './headers.ts';
import { type AuthorizedRequest, createLambdaAuthorizer } from './lambdaAuthorizer.ts';

export interface IncomingCredentials extends SignedRequest {
  sourceIp: string[];
}

export type Authenticate = (request: IncomingCredentials) => Promise<Caller>;

type Prove = (request: IncomingCredentials) => Promise<Omit<Caller, 'mode'>> | Omit<Caller, 'mode'>;

/** Who may sign requests, and which fields their policies deny them. */
export interface SignerRights {
  /** By access key id. */
  signers: Record<string, Signer>;
  deniedFields: DeniedFields;
}

/**
 * Determines the caller. The shape of the headers alone selects the mode; a failure is not retried
 * with another mode.
 */
export function createAuthenticate(
  settings: ApiSettings,
  rights: SignerRights,
  invokeLambda: InvokeLambda,
  log: (line: string) => void,
): Authenticate {
  const proofs: Record<Mode, Prove> = {
    API_KEY: createKeyProof(settings),
    AWS_IAM: createSignatureProof(rights),
    AWS_LAMBDA: createLambdaProof(settings, invokeLambda),
    OPENID_CONNECT: createTokenProof(settings),
  };
  return async (request) => {
    const mode = modeOf(request.headers, settings.modes);
    if (!mode) throw new RequestFault(401, 'UnauthorizedException', 'Missing authorization header');
    try {
      if (!settings.modes.has(mode)) throw new Error(`the API does not offer ${mode}`);
      return { mode, ...(await proofs[mode](request)) };
    } catch (fault) {
      // The caller is not told the reason, as on AWS.
      log(`refused a caller by ${mode}: ${(fault as Error).message}`);
      const message = 'You are not authorized to make this call.';
      throw new RequestFault(401, 'UnauthorizedException', message);
    }
  };
}

const JWT = /^(?:Bearer )?[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * A signature takes precedence over a key, a key over a token. A JWT is treated as OpenID Connect
 * if the API offers it, and then never reaches a Lambda authorizer (documented).
 */
function modeOf(headers: Headers, offered: Set<Mode>): Mode | null {
  const authorization = headers.authorization ?? '';
  if (authorization.startsWith('AWS4-HMAC-SHA256 ')) return 'AWS_IAM';
  if (headers['x-api-key']) return 'API_KEY';
  if (authorization === '') return null;
  const isForLambda = !JWT.test(authorization) || !offered.has('OPENID_CONNECT');
  return isForLambda && offered.has('AWS_LAMBDA') ? 'AWS_LAMBDA' : 'OPENID_CONNECT';
}

function createKeyProof({ apiKeys }: ApiSettings): Prove {
  return ({ headers }) => {
    const known = apiKeys.find((one) => one.key === headers['x-api-key']);
    if (!known) throw new Error('unknown API key');
    if (known.expires * 1000 <= Date.now()) {
      throw new Error(`the API key expired at ${new Date(known.expires * 1000).toISOString()}`);
    }
    return { identity: null, deniedFields: [] };
  };
}

function createTokenProof({ oidc }: ApiSettings): Prove {
  const checkToken = createTokenCheck(oidc);
  return async ({ headers }) => {
    const token = (headers.authorization ?? '').replace(/^Bearer /, '');
    return { identity: await checkToken(token), deniedFields: [] };
  };
}

function createSignatureProof({ signers, deniedFields }: SignerRights): Prove {
  return (request) => {
    const { arn, accountId, username, statements } = checkSignature(request, signers);
    const identity = {
      accountId,
      userArn: arn,
      username,
      sourceIp: request.sourceIp,
      cognitoIdentityPoolId: null,
      cognitoIdentityId: null,
      cognitoIdentityAuthType: null,
      cognitoIdentityAuthProvider: null,
    };
    return { identity, deniedFields: deniedFields(statements) };
  };
}

function createLambdaProof({ lambdaAuthorizer, apiId }: ApiSettings, invoke: InvokeLambda): Prove {
  if (!lambdaAuthorizer) {
    return () => {
      throw new Error('the API has no Lambda authorizer');
    };
  }
  const ask = createLambdaAuthorizer(lambdaAuthorizer, apiId, invoke);
  return async (request) => {
    const token = request.headers.authorization ?? '';
    const decision = await ask(token, readAuthorizedRequest(request));
    if (!decision.isAuthorized) throw new Error('the authorizer answered isAuthorized: false');
    const { resolverContext, deniedFields } = decision;
    return { identity: { resolverContext }, deniedFields };
  };
}

/**
 * What a Lambda authorizer is told about the request. Reported: a connecting WebSocket has a
 * special name.
 */
function readAuthorizedRequest({ path, headers, body }: IncomingCredentials): AuthorizedRequest {
  if (path === '/graphql/connect') {
    return { headers, queryString: '', operationName: 'DeepDish:Connect', variables: {} };
  }
  const { query, operationName, variables } = parse(body);
  const isObject = typeof variables === 'object' && !Array.isArray(variables);
  return {
    headers,
    queryString: typeof query === 'string' ? query : '',
    ...(typeof operationName === 'string' && { operationName }),
    variables: (isObject && variables) || {},
  };
}

/** A malformed body is reported once the caller is known. */
function parse(body: string): { [name: string]: Json } {
  try {
    const parsed: Json = JSON.parse(body);
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

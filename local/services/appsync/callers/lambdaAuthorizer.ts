import { randomUUID } from 'node:crypto';
import { accountId } from '../../../lib/aws.ts';
import { BoundedCache } from '../../../lib/boundedCache.ts';
import type { Json } from '../../../lib/resource.ts';
import type { LambdaAuthorizerSettings } from '../definition/readSettings.ts';
import type { InvokeLambda } from '../sources/callLambda.ts';
import { type Decision, readDecision } from './readDecision.ts';

/** The part of a request that the authorizer receives. */
export interface AuthorizedRequest {
  headers: Record<string, string>;
  /** Empty if a WebSocket connects. */
  queryString: string;
  operationName?: string;
  variables: { [name: string]: Json };
}

/**
 * Returns a Lambda authorizer's decision about a token, or throws with the reason why there is
 * none.
 */
export type AskAuthorizer = (token: string, request: AuthorizedRequest) => Promise<Decision>;

/** "Configuring authorization and authentication to secure your GraphQL APIs": AWS_LAMBDA. */
const PATIENCE_MS = 10_000;
const MAX_TOKEN_CHARACTERS = 2_048;
/** Each entry holds at most 5 MB; a local stack sees a handful of tokens. */
const MAX_REMEMBERED = 1_000;

/**
 * Calls the API's Lambda authorizer. As on AWS, decisions are cached by token alone: a decision
 * that depended on the query applies to other queries too until it expires.
 */
export function createLambdaAuthorizer(
  { functionArn, ttlSeconds, tokenPattern }: LambdaAuthorizerSettings,
  apiId: string,
  invoke: InvokeLambda,
  patience: number = PATIENCE_MS,
): AskAuthorizer {
  const remembered = new BoundedCache<{ decision: Decision; until: number }>(MAX_REMEMBERED);
  return async (token, { headers, ...asked }) => {
    if (token.length > MAX_TOKEN_CHARACTERS) {
      throw new Error(`the token has ${token.length} characters, at most ${MAX_TOKEN_CHARACTERS}`);
    }
    if (tokenPattern && !tokenPattern.test(token)) {
      throw new Error(`the token does not match ${tokenPattern.source}`);
    }
    const known = remembered.get(token);
    if (known && known.until > Date.now()) return known.decision;
    const event = {
      authorizationToken: token,
      requestContext: { apiId, accountId, requestId: randomUUID(), ...asked },
      requestHeaders: headers,
    };
    const decision = readDecision(await withPatience(invoke(functionArn, event), patience), apiId);
    const seconds = decision.ttlSeconds ?? ttlSeconds;
    if (seconds > 0) remembered.set(token, { decision, until: Date.now() + seconds * 1000 });
    else remembered.delete(token);
    return decision;
  };
}

async function withPatience<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `the authorizer did not answer within ${patience} ms`;
    timer = setTimeout(() => reject(new Error(message)), patience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

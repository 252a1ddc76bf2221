import { Sha256 } from '@aws-crypto/sha256-js';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { SignatureV4 } from '@smithy/signature-v4';
import { ApiUnanswered } from './ApiUnanswered.ts';
import type { GraphqlAddress } from './config.ts';

/** One GraphQL request: a document and its variables. */
export interface GraphqlRequest {
  query: string;
  variables: { [name: string]: string };
}

/** The API's answer. If the document is invalid, `data` is empty. */
export interface GraphqlAnswer {
  data: { [alias: string]: unknown };
  errors: { message: string; errorType?: string; path?: (string | number)[] }[];
}

/**
 * Sends one request to the API.
 *
 * @throws {ApiUnanswered} if there is no result; errors of fields are part of a result.
 */
export type AskGraphql = (request: GraphqlRequest) => Promise<GraphqlAnswer>;

// AppSync times out after 30 s.
const TIMEOUT_MS = 31_000;

/** Calls the API with this function's role, signed with Signature Version 4. */
export function signedGraphql(
  { url, region }: GraphqlAddress,
  credentials = defaultProvider(),
  timeoutMs = TIMEOUT_MS,
): AskGraphql {
  const signer = new SignatureV4({ service: 'appsync', region, credentials, sha256: Sha256 });
  return async (request) => {
    const body = JSON.stringify(request);
    const signed = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: {},
      headers: { host: url.host, 'content-type': 'application/json' },
      body,
    });
    const answer = await fetch(url, {
      method: 'POST',
      headers: signed.headers,
      body,
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new ApiUnanswered(`The API at ${url.host} did not answer`, { cause: error });
    });
    return readAnswer(answer.status, await answer.text());
  };
}

function readAnswer(status: number, text: string): GraphqlAnswer {
  const answer = parseObject(text);
  if (status !== 200 || answer === null) {
    throw new ApiUnanswered(`The API answered ${status}, expected 200: ${text.slice(0, 500)}`);
  }
  // If the document is invalid, the answer has only errors and no data.
  return { data: answer.data ?? {}, errors: answer.errors ?? [] };
}

function parseObject(text: string): Partial<GraphqlAnswer> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    // Not JSON, such as a gateway's error page: the caller reports what came instead.
    return null;
  }
}

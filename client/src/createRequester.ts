import type { Authorization } from './authorization.ts';
import type { TypedDocumentString } from './generated/documents.ts';
import { type ErrorEntry, ShinkanError } from './shinkanError.ts';

/**
 * Sends one query or mutation and returns its data; throws a `ShinkanError` if any field failed.
 */
export type Requester = <R, V>(document: TypedDocumentString<R, V>, variables: V) => Promise<R>;

export interface RequesterOptions {
  /** The address of the GraphQL API. */
  endpoint: string;
  authorization: Authorization;
}

/** AppSync itself times out after 30 seconds. */
const TIMEOUT_MS = 35_000;

export function createRequester({ endpoint, authorization }: RequesterOptions): Requester {
  return async <R, V>(document: TypedDocumentString<R, V>, variables: V) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await authorization()) },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { data, errors } = await readAnswer(response);
    if (errors?.length || !data) throw new ShinkanError(errors ?? []);
    // The documents and their types are generated from the same schema.
    return data as R;
  };
}

async function readAnswer(response: Response): Promise<{ data?: unknown; errors?: ErrorEntry[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    const message = `${response.url} answered ${response.status} without JSON: ${text.slice(0, 200)}`;
    throw new ShinkanError([{ message }]);
  }
}

import type { Requester } from '../../client/src/createRequester.ts';
import { type ErrorEntry, ShinkanError } from '../../client/src/shinkanError.ts';
import { signWith } from '../conformance/signWith.ts';
import { clientSettings, type Stack } from './stack.ts';

/**
 * Queries the API of a running stack, signed as an administrator of its AWS account, so no member
 * has to sign in.
 */
export function askAsAdministrator({ graphql }: Pick<Stack, 'graphql'>): Requester {
  const sign = signWith(clientSettings.credentials, clientSettings.region);
  return async <R, V>(document: { toString(): string }, variables: V) => {
    const body = JSON.stringify({ query: `${document}`, variables });
    const headers = await sign(graphql, body);
    const response = await fetch(graphql, { method: 'POST', headers, body });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: ErrorEntry[] };
    if (errors?.length || !data) throw new ShinkanError(errors ?? []);
    // The documents and their types are generated from the same schema.
    return data as R;
  };
}

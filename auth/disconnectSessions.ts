import { setTimeout as sleep } from 'node:timers/promises';
import { ApiUnanswered } from '../api/ApiUnanswered.ts';
import type { AskGraphql, GraphqlRequest } from '../api/signedGraphql.ts';

/** "AWS AppSync endpoints and quotas": distinct invalidations that one request may make. */
const MOST_A_REQUEST = 5;

/** Of the 100 a second that AppSync carries out for an API, so many are left to single sign-outs. */
const REQUEST_EVERY_MS = 60;

/**
 * Has the live connections of ended sessions closed, not more than 84 a second.
 *
 * @throws {ApiUnanswered} when the API does not answer, or refuses.
 */
export async function disconnectSessions(ask: AskGraphql, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += MOST_A_REQUEST) {
    if (at > 0) await sleep(REQUEST_EVERY_MS);
    const { errors } = await ask(disconnectMutation(ids.slice(at, at + MOST_A_REQUEST)));
    if (errors[0] !== undefined) {
      const { errorType, message } = errors[0];
      throw new ApiUnanswered(`The API refused to close connections: ${errorType} ${message}`);
    }
  }
}

function disconnectMutation(ids: string[]): GraphqlRequest {
  const declared = ids.map((_, index) => `$s${index}: ID!`).join(', ');
  const fields = ids.map((_, index) => `s${index}: disconnectSession(id: $s${index})`);
  return {
    query: `mutation DisconnectSessions(${declared}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(ids.map((id, index) => [`s${index}`, id])),
  };
}

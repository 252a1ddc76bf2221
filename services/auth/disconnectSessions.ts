import { setTimeout as sleep } from 'node:timers/promises';
import { ApiUnanswered } from '../lib/api/ApiUnanswered.ts';
import type { AskGraphql, GraphqlRequest } from '../lib/api/signedGraphql.ts';
import { chunk } from '../lib/chunk.ts';

/** "AWS AppSync endpoints and quotas": distinct invalidations per request. */
const MOST_A_REQUEST = 5;

/**
 * Of the 100 per second that AppSync processes for an API, the rest is left to single sign-outs.
 */
const REQUEST_EVERY_MS = 60;

/** Maximum requests awaiting a response: three seconds' worth. */
const MOST_WAITING = 50;

/** How long to wait for the last responses. */
const LAST_ANSWER_MS = 8_000;

/** Time limits. */
export interface Bounds {
  /** Asked before each request; if false, the remaining sessions are not closed. */
  goesOn?(): boolean;
  /** How long to wait for the last responses; eight seconds if omitted. */
  lastAnswerMs?: number;
}

/** The outcome. */
export interface Disconnected {
  /** Sessions whose connections were closed. */
  closed: string[];
  /** An ApiUnanswered for each failed request. */
  failures: unknown[];
}

/**
 * Closes the live connections of ended sessions, at most 84 per second. Requests run in parallel,
 * so one that fails or is slow delays no other.
 */
export async function disconnectSessions(
  ask: AskGraphql,
  ids: string[],
  { goesOn = () => true, lastAnswerMs = LAST_ANSWER_MS }: Bounds = {},
): Promise<Disconnected> {
  const closed: string[] = [];
  const failures: unknown[] = [];
  const waiting = new Set<Promise<void>>();
  for (const [index, some] of chunk(ids, MOST_A_REQUEST).entries()) {
    if (!goesOn()) break;
    if (index > 0) await sleep(REQUEST_EVERY_MS);
    while (waiting.size >= MOST_WAITING && goesOn()) await oneOf(waiting, 1_000);
    if (!goesOn()) break;
    const request = disconnect(ask, some)
      .then(
        () => closed.push(...some),
        (error: unknown) => failures.push(error),
      )
      .then(() => {
        waiting.delete(request);
      });
    waiting.add(request);
  }
  await oneOf([Promise.all(waiting)], lastAnswerMs);
  if (waiting.size > 0) {
    failures.push(new ApiUnanswered(`The API did not answer ${waiting.size} requests in time`));
  }
  return { closed: [...closed], failures: [...failures] };
}

/** Resolves when the first of these does, or when the time is over. */
async function oneOf(waiting: Iterable<Promise<unknown>>, milliseconds: number): Promise<void> {
  await Promise.race([...waiting, sleep(milliseconds, undefined, { ref: false })]);
}

async function disconnect(ask: AskGraphql, ids: string[]): Promise<void> {
  const { errors } = await ask(disconnectMutation(ids));
  if (errors[0] === undefined) return;
  const { errorType, message } = errors[0];
  throw new ApiUnanswered(`The API refused to close connections: ${errorType} ${message}`);
}

function disconnectMutation(ids: string[]): GraphqlRequest {
  const declared = ids.map((_, index) => `$s${index}: ID!`).join(', ');
  const fields = ids.map((_, index) => `s${index}: disconnectSession(id: $s${index})`);
  return {
    query: `mutation DisconnectSessions(${declared}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(ids.map((id, index) => [`s${index}`, id])),
  };
}

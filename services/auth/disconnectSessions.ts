import { setTimeout as sleep } from 'node:timers/promises';
import { ApiUnanswered } from '../lib/api/ApiUnanswered.ts';
import type { AskGraphql, GraphqlRequest } from '../lib/api/signedGraphql.ts';

/** "AWS AppSync endpoints and quotas": distinct invalidations that one request may make. */
const MOST_A_REQUEST = 5;

/** Of the 100 a second that AppSync carries out for an API, so many are left to single sign-outs. */
const REQUEST_EVERY_MS = 60;

/** So many requests wait for their answer: three seconds' worth. */
const MOST_WAITING = 50;

/** So long the last ones are waited for. */
const LAST_ANSWER_MS = 8_000;

/** How long it may go on. */
export interface Bounds {
  /** Asked before each request; the sessions that are left are not closed. */
  goesOn?(): boolean;
  /** How long the last requests are waited for: eight seconds when omitted. */
  lastAnswerMs?: number;
}

/** What became of it. */
export interface Disconnected {
  /** Sessions whose connections were closed. */
  closed: string[];
  /** ApiUnanswered, of each request that was not carried out. */
  failures: unknown[];
}

/**
 * Has the live connections of ended sessions closed, not more than 84 a second and each request
 * beside the others: one that fails or waits holds none up.
 */
export async function disconnectSessions(
  ask: AskGraphql,
  ids: string[],
  { goesOn = () => true, lastAnswerMs = LAST_ANSWER_MS }: Bounds = {},
): Promise<Disconnected> {
  const closed: string[] = [];
  const failures: unknown[] = [];
  const waiting = new Set<Promise<void>>();
  for (let at = 0; at < ids.length && goesOn(); at += MOST_A_REQUEST) {
    if (at > 0) await sleep(REQUEST_EVERY_MS);
    while (waiting.size >= MOST_WAITING && goesOn()) await oneOf(waiting, 1_000);
    if (!goesOn()) break;
    const some = ids.slice(at, at + MOST_A_REQUEST);
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

/** When the first of these is there, or the time is over. */
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

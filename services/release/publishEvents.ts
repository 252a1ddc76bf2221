import type { Database } from '../../db/database.ts';
import { ApiUnanswered } from '../lib/api/ApiUnanswered.ts';
import type { AskGraphql, GraphqlAnswer } from '../lib/api/signedGraphql.ts';
import { chunk } from '../lib/chunk.ts';
import { log } from '../lib/log.ts';
import { PublishFailed } from './PublishFailed.ts';
import { aliasOf, publishMutation } from './publishMutation.ts';

export interface PublishPorts {
  database: Database;
  ask: AskGraphql;
  clock: () => Date;
}

const EVENTS_PER_REQUEST = 25;
const EVENTS_PER_RUN = 500;
// This many refused events do not hold up those behind them; at worst they are 20 requests.
const REFUSED_PER_RUN = 500;
// A run that sends its last request at this time still ends within a minute; the function has five.
const TIME_PER_RUN_MS = 20_000;

const UNPUBLISHED = `
  select seq from book_event where published_at is null
  order by seq limit ${EVENTS_PER_RUN + REFUSED_PER_RUN}`;

const MARK = `
  update json_table(:seqs, '$[*]' columns (seq bigint path '$')) as p
  straight_join book_event e on e.seq = p.seq
  set e.published_at = :now
  where e.published_at is null`;

const REMAINING = `select count(*) as remaining from book_event where published_at is null`;

/**
 * Publishes unpublished events in the order of the log, one request at a time, up to 500 events or
 * 20 s. Returns how many were published and how many are left.
 *
 * An event is marked after the API accepted it, so a crashed run publishes some a second time;
 * listeners drop duplicates. Individually refused events do not hold up those behind them: they
 * stay unpublished and the run fails at its end. If the API refuses the request or the caller, no
 * further event would succeed, and the run ends.
 *
 * @throws {PublishFailed} if the API refused an event, the request or the caller, or did not
 * respond.
 */
export async function publishEvents(
  ports: PublishPorts,
): Promise<{ published: number; remaining: number }> {
  const { database, clock } = ports;
  const until = clock().getTime() + TIME_PER_RUN_MS;
  const unpublished = await database.query<{ seq: number }>(UNPUBLISHED);
  const seqs = unpublished.map((event) => String(event.seq));

  let published = 0;
  const refused: string[] = [];
  for (const some of chunk(seqs, EVENTS_PER_REQUEST)) {
    const batch = await publishBatch(ports, some);
    published += batch.published;
    refused.push(...batch.refused);
    if (batch.isShut || published >= EVENTS_PER_RUN) break;
    if (refused.length >= REFUSED_PER_RUN || clock().getTime() >= until) break;
  }
  if (refused.length > 0) {
    throw new PublishFailed(
      `The API refused ${refused.length} events, ${published} were published: ${refused.slice(0, 5).join('; ')}`,
    );
  }
  // A short list was everything: no need to count.
  if (published === seqs.length && published < EVENTS_PER_RUN) return { published, remaining: 0 };
  const [row] = await database.query<{ remaining: number }>(REMAINING);
  return { published, remaining: row?.remaining ?? 0 };
}

async function publishBatch({ database, ask, clock }: PublishPorts, seqs: string[]) {
  const answer = await ask(publishMutation(seqs)).catch((error: unknown) => {
    throw error instanceof ApiUnanswered
      ? new PublishFailed(error.message, { cause: error })
      : error;
  });
  const isTaken = (index: number) => (answer.data[aliasOf(index)] ?? null) !== null;

  const taken = seqs.filter((_, index) => isTaken(index));
  if (taken.length > 0) {
    await database.execute(MARK, { seqs: JSON.stringify(taken.map(Number)), now: clock() });
  }
  if (taken.length > 0 && answer.errors.length > 0) {
    // The event was published, with null for a field that could not be resolved.
    log.warn('The API reported errors for published events', { errors: answer.errors });
  }
  const refused = seqs
    .map((seq, index) => `${seq}: ${errorsOf(answer, aliasOf(index))}`)
    .filter((_, index) => !isTaken(index));
  return { published: taken.length, refused, isShut: taken.length === 0 && isShut(answer, seqs) };
}

// The caller may not publish, or the API's own database does not respond.
const OF_THE_API = ['Unauthorized', 'Unavailable'];

/** Whether the API refused all of these for a reason that lies in none of them. */
function isShut(answer: GraphqlAnswer, seqs: string[]): boolean {
  return seqs.some((_, index) => {
    const own = answer.errors.filter((error) => error.path?.[0] === aliasOf(index));
    return own.length === 0 || own.some((error) => OF_THE_API.includes(error.errorType ?? ''));
  });
}

function errorsOf(answer: GraphqlAnswer, alias: string): string {
  const own = answer.errors.filter((error) => !error.path || error.path[0] === alias);
  if (own.length === 0) return 'null without an error';
  return own.map((error) => `${error.errorType ?? 'Error'} ${error.message}`).join(', ');
}

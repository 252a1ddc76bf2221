import type { Database } from '../../db/database.ts';
import type { AskGraphql } from '../lib/api/signedGraphql.ts';
import { ACCESS_TOKEN_SECONDS } from './accessToken.ts';
import { disconnectSessions } from './disconnectSessions.ts';
import { findRevoked } from './findRevoked.ts';
import type { PasswordMarks } from './passwordMark.ts';
import { removeExpired } from './removeExpired.ts';
import { openSessions, type Sessions } from './sessions.ts';

/** All that a review reaches outside itself. */
export interface ReviewPorts {
  database: Database;
  shop: Database;
  marks: PasswordMarks;
  ask: AskGraphql;
  now(): Date;
}

/** What a review has done. */
export interface Review {
  /** Sessions that were held against the shop. */
  checked: number;
  /** Those of them that it no longer stood behind. */
  ended: number;
  /** Ended sessions whose connections were closed, perhaps not for the first time. */
  disconnected: number;
  /** Sessions of thirty days ago that were removed. */
  removed: number;
}

/** The shop looks up so many members in one statement. */
const PAGE = 200;
/** The function has a minute: so long it asks the shop, */
const CHECKING_MS = 20_000;
/** so long it closes connections, with eight seconds more for the last answers, */
const CLOSING_MS = 45_000;
/** and so long it removes what is old. */
const REMOVING_MS = 55_000;
/** So many can be closed within that time; */
const MOST_DISCONNECTED = 1_500;
/** and so no more are ended, as when a shop takes all passwords back: each is to be closed at once. */
const MOST_ENDED = 1_000;
/** An access token opens connections until it ends; two minutes are for a clock and a late review. */
const STILL_OPENING_MS = (ACCESS_TOKEN_SECONDS + 120) * 1000;

/**
 * Ends the sessions that the shop no longer stands behind, though their pages never ask, and closes
 * the live connections of all that have ended in the last twelve minutes: their access tokens could
 * have opened new ones. A shop that does not answer keeps no connection open that is to be closed.
 *
 * @throws what the shop, the API or the database has thrown first, or ShopDoubted, after everything
 * else was done.
 */
export async function reviewSessions(ports: ReviewPorts): Promise<Review> {
  const { database, now } = ports;
  const begun = now().getTime();
  const within = (milliseconds: number) => () => now().getTime() < begun + milliseconds;
  // What ends here is closed below, with the others.
  const sessions = openSessions(database, async () => {});
  const failures: unknown[] = [];
  const or =
    <T>(instead: T) =>
    (error: unknown) => {
      failures.push(error);
      return instead;
    };
  const checking = { goesOn: within(CHECKING_MS), failures };
  const { checked, ended } = await check(ports, sessions, checking).catch(or(NONE));
  const closing = { goesOn: within(CLOSING_MS), failures };
  const disconnected = await disconnect(ports, sessions, closing).catch(or(0));
  const removed = await removeExpired(database, now(), within(REMOVING_MS)).catch(or(0));
  if (failures.length > 0) throw failures[0];
  return { checked, ended, disconnected, removed };
}

/** How long a part of the review may go on, and where it says what has failed meanwhile. */
interface Part {
  goesOn(): boolean;
  failures: unknown[];
}

const NONE = { checked: 0, ended: 0 };

async function check({ shop, marks, now }: ReviewPorts, sessions: Sessions, part: Part) {
  let checked = 0;
  let ended = 0;
  for (let due = PAGE; due === PAGE && ended < MOST_ENDED && part.goesOn(); ) {
    const page = await sessions.due(now(), PAGE);
    due = page.length;
    if (due === 0) break;
    const { revoked, doubted, doubt } = await findRevoked(shop, marks, page);
    if (doubt !== null) part.failures.push(doubt);
    for (const id of revoked) await sessions.end(id, now());
    if (doubted.length > 0) await sessions.doubted(doubted, now());
    // Those that are ended or doubted are not due any more.
    await sessions.checked(
      page.map(({ id }) => id),
      now(),
    );
    checked += page.length;
    ended += revoked.length;
  }
  return { checked, ended };
}

async function disconnect({ ask, now }: ReviewPorts, sessions: Sessions, part: Part) {
  const since = new Date(now().getTime() - STILL_OPENING_MS);
  const ids = await sessions.endedSince(since, MOST_DISCONNECTED);
  const { closed, failures } = await disconnectSessions(ask, ids, part);
  part.failures.push(...failures);
  if (closed.length > 0) await sessions.closed(closed, now());
  return closed.length;
}

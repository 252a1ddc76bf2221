import type { Database } from '../../db/database.ts';
import type { AskGraphql } from '../lib/api/signedGraphql.ts';
import { ACCESS_TOKEN_SECONDS } from './accessToken.ts';
import { disconnectSessions } from './disconnectSessions.ts';
import { findRevoked } from './findRevoked.ts';
import type { PasswordMarks } from './passwordMark.ts';
import { removeExpired } from './removeExpired.ts';
import { openSessions, type Sessions } from './sessions.ts';

/** Everything that a review reaches outside itself. */
export interface ReviewPorts {
  database: Database;
  shop: Database;
  marks: PasswordMarks;
  ask: AskGraphql;
  now(): Date;
}

/** The outcome of a review. */
export interface Review {
  /** Sessions checked with the shop. */
  checked: number;
  /** Those of them that the shop no longer supports and that were ended. */
  ended: number;
  /** Ended sessions whose connections were closed, possibly not for the first time. */
  disconnected: number;
  /** Deleted sessions that were thirty days old. */
  removed: number;
}

/** Members that the shop looks up in one statement. */
const PAGE = 200;
/** The function has a minute: this long it asks the shop, */
const CHECKING_MS = 20_000;
/** this long it closes connections, with eight more seconds for the last responses, */
const CLOSING_MS = 45_000;
/** and this long it deletes old rows. */
const REMOVING_MS = 55_000;
/** As many as can be closed within that time; */
const MOST_DISCONNECTED = 1_500;
/**
 * and at most this many are ended, for example when a shop resets all passwords: each must be
 * closed at once.
 */
const MOST_ENDED = 1_000;
/**
 * An access token can open connections until it expires; two more minutes allow for clock skew and
 * a late review.
 */
const STILL_OPENING_MS = (ACCESS_TOKEN_SECONDS + 120) * 1000;

/**
 * Ends sessions that the shop no longer supports even if their pages never ask, and closes the live
 * connections of all sessions that ended in the last twelve minutes: their access tokens could have
 * opened new ones. A shop that does not respond does not keep ended sessions connected.
 *
 * @throws the first error of the shop, the API or the database, or ShopDoubted, after everything
 * else was done.
 */
export async function reviewSessions(ports: ReviewPorts): Promise<Review> {
  const { database, now } = ports;
  const begun = now().getTime();
  const within = (milliseconds: number) => () => now().getTime() < begun + milliseconds;
  // Sessions that end here are closed below, with the others.
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

/** How long a part of the review may run, and where it reports failures. */
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
    // Ended and doubted sessions are no longer due.
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

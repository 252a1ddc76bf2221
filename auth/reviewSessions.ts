import type { AskGraphql } from '../api/signedGraphql.ts';
import type { Database } from '../db/database.ts';
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
/** The function has a minute, and needs half of it to close connections. */
const CHECKING_MS = 20_000;
/** So many can be closed in the other half; */
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
 * @throws what the shop or the API has thrown, after everything else was done.
 */
export async function reviewSessions(ports: ReviewPorts): Promise<Review> {
  const { database, ask, now } = ports;
  // What ends here is closed below, with the others.
  const sessions = openSessions(database, async () => {});
  const failures: unknown[] = [];
  const or =
    <T>(instead: T) =>
    (error: unknown) => {
      failures.push(error);
      return instead;
    };
  const { checked, ended } = await check(ports, sessions).catch(or({ checked: 0, ended: 0 }));
  const since = new Date(now().getTime() - STILL_OPENING_MS);
  const closing = await sessions.endedSince(since, MOST_DISCONNECTED);
  const disconnected = await disconnectSessions(ask, closing).then(() => closing.length, or(0));
  const removed = await removeExpired(database, now());
  if (failures.length > 0) throw failures[0];
  return { checked, ended, disconnected, removed };
}

async function check({ shop, marks, now }: ReviewPorts, sessions: Sessions) {
  const until = now().getTime() + CHECKING_MS;
  let checked = 0;
  let ended = 0;
  for (let due = PAGE; due === PAGE && ended < MOST_ENDED && now().getTime() < until; ) {
    const page = await sessions.due(now(), PAGE);
    const revoked = page.length === 0 ? [] : await findRevoked(shop, marks, page);
    for (const id of revoked) await sessions.end(id, now());
    if (page.length > 0) {
      await sessions.checked(
        page.map(({ id }) => id),
        now(),
      );
    }
    due = page.length;
    checked += page.length;
    ended += revoked.length;
  }
  return { checked, ended };
}

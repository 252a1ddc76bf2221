import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database, Row } from '../../db/database.ts';
import { readTime } from '../../db/time.ts';
import type { Member } from './member.ts';
import { passwordMarks } from './passwordMark.ts';
import { nextCheck, openSessions, type SessionsEnded } from './sessions.ts';

const LIFE_MS = 30 * 86_400_000;
/** A cookie sent twice at once (two tabs, a lost response) is not a theft. */
const GRACE_MS = 10_000;
/**
 * How long a response may be in transit; after that, a browser's cookie is the newest it received.
 */
const SETTLED_MS = 60_000;
/**
 * How many tabs may send one cookie at once. Counted without a lock, as a bound rather than for
 * safety.
 */
const MOST_SUCCESSORS = 8;

/**
 * Opaque refresh tokens: only their SHA-256 is stored, each is used once, and theft ends the
 * session.
 */
export interface RefreshTokens {
  /** Starts a session and returns its first token. */
  begin(member: Member, now: Date): Promise<{ token: string; sessionId: string }>;
  /**
   * Finds the owner of this token; null if it is no longer valid. It stays valid until `replace`.
   */
  find(token: string, now: Date): Promise<FoundToken | null>;
  /** Ends the session of this token; does nothing if there is none. */
  end(token: string, now: Date): Promise<void>;
  /**
   * Ends all sessions of the token's owner and returns whether none is left. A token that is no
   * longer valid ends no other session.
   */
  endAll(token: string, now: Date): Promise<boolean>;
}

/** A valid token. */
export interface FoundToken {
  memberId: string;
  /** Its session: `sid` in access tokens. */
  sessionId: string;
  /** When the password was given. */
  authTime: Date;
  /**
   * It was used a moment ago, and there are enough successors or one of them was used already: the
   * browser that sends it should have a newer one.
   */
  isOvertaken: boolean;
  /** Whether the shop's stored hash is still the one of the sign-in. */
  matches(member: Member): boolean;
  /**
   * Spends the token and returns its successor, valid no longer than the session; null if the
   * session has ended in the meantime.
   */
  replace(): Promise<string | null>;
}

/**
 * Stores refresh tokens in the service's own database. `secret` keys the marks of password hashes;
 * `haveEnded` is told of the sessions that end here.
 */
export function openRefreshTokens(
  database: Database,
  secret: string,
  haveEnded: SessionsEnded = async () => {},
): RefreshTokens {
  const marks = passwordMarks(secret);
  const sessions = openSessions(database, haveEnded);

  // The successor is written first: a crash between the two writes leaves a token that is still
  // valid and a successor that nobody has. A successor added while its session ends is invalid. One
  // statement records that this token was spent and when the session's last one was, so a tab that
  // uses it at that moment reads both or neither.
  async function replace(hash: string, now: Date): Promise<string | null> {
    const token = newToken();
    const added = await database.execute(
      `insert into refresh_token (token_hash, family_id, member_id, password_mark, created_at, expires_at)
       select :next, t.family_id, t.member_id, t.password_mark, :now, t.expires_at
       from refresh_token t join member_session s on s.id = t.family_id
       where t.token_hash = :hash and s.ended_at is null and t.ended_at is null`,
      { next: digest(token), hash, now },
    );
    if (added === 0) return null;
    await database.execute(
      `update refresh_token t join member_session s on s.id = t.family_id
       set t.spent_at = coalesce(t.spent_at, :now), s.token_at = :now,
         s.check_at = case when s.ended_at is null then :next else null end
       where t.token_hash = :hash`,
      { hash, now, next: nextCheck(now) },
    );
    return token;
  }

  // The previous version may have started it after the session table was filled.
  async function adoptOf(row: Row, now: Date): Promise<void> {
    if (row.token_at === null) await sessions.adopt(String(row.family_id), now);
  }

  /** Whether a token spent a moment ago already has enough successors, or a used one. */
  async function isOvertaken(hash: string, family: string, spentAt: Date): Promise<boolean> {
    const [row] = await database.query(
      `select count(*) as successors, count(spent_at) as used from refresh_token
       where family_id = :family and created_at >= :spentAt and token_hash <> :hash`,
      { family, spentAt, hash },
    );
    return Number(row?.used) > 0 || Number(row?.successors) >= MOST_SUCCESSORS;
  }

  async function findGood(token: string, now: Date): Promise<FoundToken | null> {
    const hash = digest(token);
    const row = await find(database, hash);
    if (row === null || row.ended_at !== null || readTime(row.expires_at) <= now) return null;
    await adoptOf(row, now);
    const sessionId = String(row.family_id);
    const spentAt = row.spent_at === null ? null : readTime(row.spent_at);
    if (row.token_ended_at !== null || isTwoHands(row, spentAt, now)) {
      await sessions.end(sessionId, now);
      return null;
    }
    return {
      memberId: String(row.member_id),
      sessionId,
      authTime: new Date(readTime(row.expires_at).getTime() - LIFE_MS),
      isOvertaken: spentAt !== null && (await isOvertaken(hash, sessionId, spentAt)),
      matches: (member) => marks.matches(String(row.password_mark), member.passwordHash),
      replace: () => replace(hash, now),
    };
  }

  return {
    async begin(member, now) {
      const token = newToken();
      const sessionId = randomUUID();
      const expires = new Date(now.getTime() + LIFE_MS);
      const passwordMark = marks.of(member.passwordHash);
      await sessions.begin({ id: sessionId, memberId: member.id, passwordMark }, { now, expires });
      await database.execute(
        `insert into refresh_token (token_hash, family_id, member_id, password_mark, created_at, expires_at)
         values (:hash, :sessionId, :member, :passwordMark, :now, :expires)`,
        { hash: digest(token), sessionId, member: member.id, passwordMark, now, expires },
      );
      return { token, sessionId };
    },

    find: findGood,

    async end(token, now) {
      const row = await find(database, digest(token));
      if (row === null) return;
      await adoptOf(row, now);
      await sessions.end(String(row.family_id), now);
    },

    async endAll(token, now) {
      const found = await findGood(token, now);
      if (found !== null) {
        await sessions.endAllOf(found.memberId, now);
        return true;
      }
      // The response to the same request may have been lost; then there is nothing left to end.
      const row = await find(database, digest(token));
      return row !== null && sessions.areOver(String(row.member_id), now);
    },
  };
}

/**
 * Whether two parties hold the session: the token was used before, or another token was used long
 * after this one was issued. A browser has one cookie, so it would have used this one.
 */
function isTwoHands(row: Row, spentAt: Date | null, now: Date): boolean {
  if (spentAt !== null) return now.getTime() - spentAt.getTime() > GRACE_MS;
  if (row.token_at === null) return false;
  return readTime(row.token_at).getTime() - readTime(row.created_at).getTime() > SETTLED_MS;
}

async function find(database: Database, hash: string): Promise<Row | null> {
  const rows = await database.query(
    `select t.family_id, t.member_id, t.password_mark, t.created_at, t.expires_at, t.spent_at,
       t.ended_at as token_ended_at, s.token_at, s.ended_at
     from refresh_token t left join member_session s on s.id = t.family_id
     where t.token_hash = :hash`,
    { hash },
  );
  return rows[0] ?? null;
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

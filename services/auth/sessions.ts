import type { Database } from '../../db/database.ts';

/**
 * How long after its last access token a session can have a live connection: a token opens one for
 * ten minutes, and AppSync keeps it for 24 hours ("Building a real-time WebSocket client").
 */
const LIVE_MS = 25 * 3_600_000;

/** If the shop's verdict is in doubt, the next review asks again. */
const DOUBT_MS = 30_000;

/**
 * How long the shop's verdict is valid, so that a session ends within ten minutes even if it never
 * refreshes.
 */
const CHECK_MS = 5 * 60_000;

/** Told which sessions have ended, so that their live connections are closed. Never rejects. */
export type SessionsEnded = (sessionIds: string[]) => Promise<void>;

/** A session due for a check with the shop. */
export interface DueSession {
  id: string;
  memberId: string;
  passwordMark: string;
}

/** Members' sessions, which begin with a sign-in and last thirty days at most. */
export interface Sessions {
  begin(session: DueSession, times: { now: Date; expires: Date }): Promise<void>;
  /**
   * Adopts a session started by a version that had only refresh tokens; does nothing if it exists.
   */
  adopt(id: string, now: Date): Promise<void>;
  /** Ends it; does nothing if it does not exist or has already ended. */
  end(id: string, now: Date): Promise<void>;
  /**
   * Ends all of a member's sessions and has live connections closed. A session that begins
   * meanwhile may go on.
   */
  endAllOf(memberId: string, now: Date): Promise<void>;
  /** Whether the member has no active session. */
  areOver(memberId: string, now: Date): Promise<boolean>;
  /** Sessions that may have a live connection and were not checked lately. */
  due(now: Date, most: number): Promise<DueSession[]>;
  /** Records that the shop was asked about these. */
  checked(ids: string[], now: Date): Promise<void>;
  /**
   * Records that the shop was asked and not believed: these are due again soon, others before them.
   */
  doubted(ids: string[], now: Date): Promise<void>;
  /**
   * Sessions that ended since then, ordered by when their connections were last closed, never
   * first.
   */
  endedSince(since: Date, most: number): Promise<string[]>;
  /** Records that the connections of these were closed. */
  closed(ids: string[], now: Date): Promise<void>;
}

/** Stores sessions in the service's own database. */
export function openSessions(database: Database, haveEnded: SessionsEnded): Sessions {
  // Only if a live connection can remain.
  async function askAgain(ids: string[], { now, next }: { now: Date; next: Date }) {
    await database.execute(
      `update json_table(:ids, ${IDS}) as asked
       straight_join member_session s on s.id = asked.id collate ascii_bin
       set s.check_at = case when s.token_at > :lately then :next else null end
       where s.check_at <= :now`,
      { ids: JSON.stringify(ids), now, next, lately: new Date(now.getTime() - LIVE_MS) },
    );
  }

  // Sessions that the previous version started and that were not used since are missing from the
  // session table.
  async function adoptAllOf(memberId: string, now: Date) {
    await database.execute(
      `insert ignore into member_session
         (id, member_id, password_mark, expires_at, token_at, check_at, ended_at)
       select family_id, min(member_id), min(password_mark), min(expires_at), max(created_at),
         :next, null
       from refresh_token where member_id = :memberId and expires_at > :now
       group by family_id having max(ended_at) is null`,
      { memberId, now, next: nextCheck(now) },
    );
  }

  return {
    async begin({ id, memberId, passwordMark }, { now, expires }) {
      await database.execute(
        `insert into member_session
           (id, member_id, password_mark, expires_at, token_at, check_at, ended_at)
         values (:id, :memberId, :passwordMark, :expires, :now, :next, null)`,
        { id, memberId, passwordMark, expires, now, next: nextCheck(now) },
      );
    },

    async adopt(id, now) {
      await database.execute(
        `insert ignore into member_session
           (id, member_id, password_mark, expires_at, token_at, check_at, ended_at)
         select family_id, min(member_id), min(password_mark), min(expires_at), max(created_at),
           :next, max(ended_at)
         from refresh_token where family_id = :id group by family_id`,
        { id, next: nextCheck(now) },
      );
    },

    async end(id, now) {
      const ended = await database.execute(
        `update member_session set ended_at = :now, check_at = null
         where id = :id and ended_at is null`,
        { id, now },
      );
      if (ended > 0) await haveEnded([id]);
    },

    async endAllOf(memberId, now) {
      await adoptAllOf(memberId, now);
      const living = await database.query(
        `select id from member_session
         where member_id = :memberId and ended_at is null and token_at > :lately`,
        { memberId, lately: new Date(now.getTime() - LIVE_MS) },
      );
      await database.execute(
        `update member_session set ended_at = :now, check_at = null
         where member_id = :memberId and ended_at is null`,
        { memberId, now },
      );
      await haveEnded(living.map(({ id }) => String(id)));
    },

    async areOver(memberId, now) {
      const living = await database.query(
        `select 1 from member_session
         where member_id = :memberId and ended_at is null and expires_at > :now limit 1`,
        { memberId, now },
      );
      return living.length === 0;
    },

    async due(now, most) {
      const rows = await database.query(
        `select id, member_id, password_mark from member_session
         where check_at <= :now order by check_at limit ${most}`,
        { now },
      );
      return rows.map((row) => ({
        id: String(row.id),
        memberId: String(row.member_id),
        passwordMark: String(row.password_mark),
      }));
    },

    checked: (ids, now) => askAgain(ids, { now, next: nextCheck(now) }),

    doubted: (ids, now) => askAgain(ids, { now, next: new Date(now.getTime() + DOUBT_MS) }),

    async endedSince(since, most) {
      const rows = await database.query(
        `select id from member_session where ended_at >= :since
         order by closed_at, ended_at limit ${most}`,
        { since },
      );
      return rows.map((row) => String(row.id));
    },

    async closed(ids, now) {
      await database.execute(
        `update json_table(:ids, ${IDS}) as asked
         straight_join member_session s on s.id = asked.id collate ascii_bin
         set s.closed_at = :now`,
        { ids: JSON.stringify(ids), now },
      );
    },
  };
}

/** When to ask the shop again after a check. */
export function nextCheck(now: Date): Date {
  return new Date(now.getTime() + CHECK_MS);
}

const IDS = "'$[*]' columns (id char(36) character set ascii path '$')";

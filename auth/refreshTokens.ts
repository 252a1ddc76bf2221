import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Database, Row } from '../db/database.ts';
import type { Member } from './member.ts';

const LIFE_MS = 30 * 86_400_000;
/** A cookie that is sent twice at once (two tabs, a lost answer) is not a theft. */
const GRACE_MS = 10_000;

/** Opaque refresh tokens: only their SHA-256 is kept, each is used once, theft ends the family. */
export interface RefreshTokens {
  /** The first token of a new family. */
  begin(member: Member, now: Date): Promise<string>;
  /** Whose token this is; null when it is not good any more. It stays good until `replace`. */
  find(token: string, now: Date): Promise<FoundToken | null>;
  /** Ends the family of this token; nothing when there is none. */
  end(token: string, now: Date): Promise<void>;
}

/** A token that was good. */
export interface FoundToken {
  memberId: string;
  /** When the password was given. */
  authTime: Date;
  /** Whether the shop's stored hash is still the one of the sign-in. */
  matches(member: Member): boolean;
  /**
   * Spends the token and gives its successor, valid no longer than the family; null when the family
   * has ended in the meantime.
   */
  replace(): Promise<string | null>;
}

/** Keeps refresh tokens in the service's own database. `secret` keys the mark of password hashes. */
export function openRefreshTokens(database: Database, secret: string): RefreshTokens {
  const mark = (member: Member) =>
    createHmac('sha256', secret).update(member.passwordHash).digest('hex');

  // The successor comes first: whoever dies between the two leaves a token that is still good, and a
  // successor that nobody has. It is copied from its predecessor, whose row stays locked meanwhile,
  // so that a family that is being ended gets no further member.
  async function replace(hash: string, now: Date): Promise<string | null> {
    const token = newToken();
    const added = await database.execute(
      `insert into refresh_token (token_hash, family_id, member_id, password_mark, created_at, expires_at)
       select :next, family_id, member_id, password_mark, :now, expires_at
       from refresh_token where token_hash = :hash and ended_at is null`,
      { next: digest(token), hash, now },
    );
    if (added === 0) return null;
    await database.execute(
      'update refresh_token set spent_at = :now where token_hash = :hash and spent_at is null',
      { hash, now },
    );
    return token;
  }

  async function endFamily(family: string, now: Date): Promise<void> {
    await database.execute(
      'update refresh_token set ended_at = :now where family_id = :family and ended_at is null',
      { family, now },
    );
  }

  return {
    async begin(member, now) {
      const token = newToken();
      await database.execute(
        `insert into refresh_token (token_hash, family_id, member_id, password_mark, created_at, expires_at)
         values (:hash, :family, :member, :mark, :now, :expires)`,
        {
          hash: digest(token),
          family: randomUUID(),
          member: member.id,
          mark: mark(member),
          now,
          expires: new Date(now.getTime() + LIFE_MS),
        },
      );
      return token;
    },

    async find(token, now) {
      const hash = digest(token);
      const row = await find(database, hash);
      if (row === null || row.ended_at !== null || readTime(row.expires_at) <= now) return null;
      if (row.spent_at !== null && now.getTime() - readTime(row.spent_at).getTime() > GRACE_MS) {
        await endFamily(String(row.family_id), now);
        return null;
      }
      return {
        memberId: String(row.member_id),
        authTime: new Date(readTime(row.expires_at).getTime() - LIFE_MS),
        matches: (member) =>
          timingSafeEqual(Buffer.from(mark(member)), Buffer.from(String(row.password_mark))),
        replace: () => replace(hash, now),
      };
    },

    async end(token, now) {
      const row = await find(database, digest(token));
      if (row !== null) await endFamily(String(row.family_id), now);
    },
  };
}

async function find(database: Database, hash: string): Promise<Row | null> {
  const rows = await database.query(
    `select family_id, member_id, password_mark, expires_at, spent_at, ended_at
     from refresh_token where token_hash = :hash`,
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

// The Data API gives DATETIME as text without a zone; ours are UTC.
function readTime(cell: Row[string] | undefined): Date {
  return new Date(`${String(cell).replace(' ', 'T')}Z`);
}

import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Database, Row } from '../db/database.ts';
import type { Member } from './member.ts';

const LIFE_DAYS = 30;
/** A cookie that is sent twice at once (two tabs, a lost answer) is not a theft. */
const GRACE_SECONDS = 10;

/** Opaque refresh tokens: only their SHA-256 is kept, each is used once, theft ends the family. */
export interface RefreshTokens {
  /** The first token of a new family. */
  begin(member: Member, now: Date): Promise<string>;
  /** Whose token this is and the one that replaces it; null when it is not good any more. */
  use(token: string, now: Date): Promise<UsedToken | null>;
  /** Ends the family of this token; nothing when there is none. */
  end(token: string, now: Date): Promise<void>;
}

/** A token that was good. */
export interface UsedToken {
  memberId: string;
  /** When the password was given. */
  authTime: Date;
  /** Whether the shop's stored hash is still the one of the sign-in. */
  matches(member: Member): boolean;
  /** Makes the successor, valid no longer than the family. */
  next(member: Member): Promise<string>;
}

/** Keeps refresh tokens in the service's own database. `secret` keys the mark of password hashes. */
export function openRefreshTokens(database: Database, secret: string): RefreshTokens {
  const mark = (member: Member) =>
    createHmac('sha256', secret).update(member.passwordHash).digest('hex');

  async function insert(member: Member, family: string, createdAt: Date, begunAt: Date) {
    const token = randomBytes(32).toString('base64url');
    await database.execute(
      `insert into refresh_token (token_hash, family_id, member_id, password_mark, created_at, expires_at)
       values (:hash, :family, :member, :mark, :created, :expires)`,
      {
        hash: digest(token),
        family,
        member: member.id,
        mark: mark(member),
        created: createdAt,
        expires: new Date(begunAt.getTime() + LIFE_DAYS * 86_400_000),
      },
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
    begin: (member, now) => insert(member, randomUUID(), now, now),

    async use(token, now) {
      const hash = digest(token);
      const spent = await database.execute(
        `update refresh_token set spent_at = :now
         where token_hash = :hash and spent_at is null and ended_at is null and expires_at > :now`,
        { hash, now },
      );
      const row = await find(database, hash);
      if (row === null || row.ended_at !== null || readTime(row.expires_at) <= now) return null;
      if (spent === 0 && now.getTime() - readTime(row.spent_at).getTime() > GRACE_SECONDS * 1000) {
        await endFamily(String(row.family_id), now);
        return null;
      }
      const begunAt = new Date(readTime(row.expires_at).getTime() - LIFE_DAYS * 86_400_000);
      return {
        memberId: String(row.member_id),
        authTime: begunAt,
        matches: (member) =>
          timingSafeEqual(Buffer.from(mark(member)), Buffer.from(String(row.password_mark))),
        next: (member) => insert(member, String(row.family_id), now, begunAt),
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

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

// The Data API gives DATETIME as text without a zone; ours are UTC.
function readTime(cell: Row[string] | undefined): Date {
  return new Date(`${String(cell).replace(' ', 'T')}Z`);
}

import type { Database } from '../../db/database.ts';
import { findByIds, type Member } from './member.ts';
import type { PasswordMarks } from './passwordMark.ts';
import { ShopDoubted } from './ShopDoubted.ts';
import type { DueSession } from './sessions.ts';

/** If more members than this are missing at once, the shop's view may be at fault. */
const CREDIBLE = 10;

/** The shop's verdict on sessions, by id. */
export interface Verdict {
  /** Sessions to end: the member has left or has a different password. */
  revoked: string[];
  /** Sessions whose members are missing, but so many of them that the view may be at fault. */
  doubted: string[];
  /** Why, if there are any. */
  doubt: ShopDoubted | null;
}

/**
 * Finds the sessions that the shop no longer supports: the member is not listed, is disabled, or
 * has a different password than at sign-in. If the shop lists fewer than half of many members, for
 * example while it migrates to another table, the missing ones are doubted and the others judged as
 * usual.
 */
export async function findRevoked(
  shop: Database,
  marks: PasswordMarks,
  sessions: DueSession[],
): Promise<Verdict> {
  const asked = [...new Set(sessions.map(({ memberId }) => memberId))];
  const found = await findByIds(shop, asked);
  const members = new Map(found.map((member) => [member.id, member]));
  const gone = asked.filter((id) => !members.has(id)).length;
  const isDoubted = gone > CREDIBLE && gone > asked.length / 2;
  const isMissing = ({ memberId }: DueSession) => isDoubted && !members.has(memberId);
  const ids = (some: DueSession[]) => some.map(({ id }) => id);
  return {
    doubted: ids(sessions.filter(isMissing)),
    revoked: ids(
      sessions.filter(
        (session) => !isMissing(session) && !stands(session, members.get(session.memberId), marks),
      ),
    ),
    doubt: isDoubted ? new ShopDoubted(gone, asked.length) : null,
  };
}

function stands(session: DueSession, member: Member | undefined, marks: PasswordMarks): boolean {
  if (member === undefined || !member.enabled) return false;
  return marks.matches(session.passwordMark, member.passwordHash);
}

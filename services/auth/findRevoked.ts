import type { Database } from '../../db/database.ts';
import { findByIds, type Member } from './member.ts';
import type { PasswordMarks } from './passwordMark.ts';
import { ShopDoubted } from './ShopDoubted.ts';
import type { DueSession } from './sessions.ts';

/** So many members may be gone from the shop at once without it being the view that is at fault. */
const CREDIBLE = 10;

/** What the shop says of some sessions, by their ids. */
export interface Verdict {
  /** The shop does not stand behind these: their member has left, or has another password now. */
  revoked: string[];
  /** Their members are not listed, and so many that it may be the view that is at fault. */
  doubted: string[];
  /** Why, where there are any. */
  doubt: ShopDoubted | null;
}

/**
 * Which of these sessions the shop no longer stands behind: it does not list the member, has disabled
 * them, or keeps another password than at the sign-in. Where it does not list more than half of many
 * members at all, as while it moves to another table, those that are missing are doubted and the
 * others are judged as ever.
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

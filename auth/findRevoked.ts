import type { Database } from '../db/database.ts';
import { findByIds, type Member } from './member.ts';
import type { PasswordMarks } from './passwordMark.ts';
import { ShopDoubted } from './ShopDoubted.ts';
import type { DueSession } from './sessions.ts';

/** So many members may be gone from the shop at once without it being the view that is at fault. */
const CREDIBLE = 10;

/**
 * Which of these sessions the shop no longer stands behind: it does not list the member, has disabled
 * them, or keeps another password than at the sign-in.
 *
 * @throws {ShopDoubted} when more than half of many members are not listed at all: then it is the
 * view that is at fault, as while a shop moves to another table.
 */
export async function findRevoked(
  shop: Database,
  marks: PasswordMarks,
  sessions: DueSession[],
): Promise<string[]> {
  const asked = [...new Set(sessions.map(({ memberId }) => memberId))];
  const found = await findByIds(shop, asked);
  const members = new Map(found.map((member) => [member.id, member]));
  const gone = asked.filter((id) => !members.has(id)).length;
  if (gone > CREDIBLE && gone > asked.length / 2) throw new ShopDoubted(gone, asked.length);
  return sessions
    .filter((session) => !stands(session, members.get(session.memberId), marks))
    .map(({ id }) => id);
}

function stands(session: DueSession, member: Member | undefined, marks: PasswordMarks): boolean {
  if (member === undefined || !member.enabled) return false;
  return marks.matches(session.passwordMark, member.passwordHash);
}

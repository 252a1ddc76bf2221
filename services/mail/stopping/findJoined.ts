import type { Database } from '../../../db/database.ts';
import { joinedIds } from '../../../db/sql/joinedIds.ts';
import type { StandingTarget } from '../links/linkToken.ts';

/**
 * The ids, as a JSON array, under which a member may wait for what a link is about: names that operators
 * have joined are one contributor or one series to members.
 */
export async function findJoined(
  database: Database,
  { kind, targetId }: StandingTarget,
): Promise<string> {
  const rows = await database.query<{ id: string }>(joinedIds(kind, ':targetId'), { targetId });
  return JSON.stringify([...new Set([targetId, ...rows.map(({ id }) => id)])]);
}

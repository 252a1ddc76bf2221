import type { Database } from '../../../db/database.ts';
import { joinedIds } from '../../../db/sql/joinedIds.ts';
import type { StandingTarget } from '../links/linkToken.ts';

/**
 * Returns the ids, as a JSON array, under which a member may have subscribed to a link's target:
 * joined names are one contributor or series to members.
 */
export async function findJoined(
  database: Database,
  { kind, targetId }: StandingTarget,
): Promise<string> {
  const rows = await database.query<{ id: string }>(joinedIds(kind, ':targetId'), { targetId });
  return JSON.stringify([...new Set([targetId, ...rows.map(({ id }) => id)])]);
}

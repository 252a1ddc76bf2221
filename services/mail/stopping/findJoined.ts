import type { Database } from '../../../db/database.ts';
import type { StandingKind, StandingTarget } from '../links/linkToken.ts';

/** In which table each kind has its names. */
export const NAMES_OF: { [kind in StandingKind]: 'contributor' | 'series' } = {
  CONTRIBUTOR: 'contributor',
  SERIES: 'series',
};

/**
 * The ids, as a JSON array, under which a member may wait for what a link is about: names that operators
 * have joined are one contributor or one series to members.
 */
export async function findJoined(
  database: Database,
  { kind, targetId }: StandingTarget,
): Promise<string> {
  const rows = await database.query<{ id: string }>(
    `select other.id from ${NAMES_OF[kind]} one
     join ${NAMES_OF[kind]} other on other.joined_to = one.joined_to
     where one.id = :targetId`,
    { targetId },
  );
  return JSON.stringify([...new Set([targetId, ...rows.map(({ id }) => id)])]);
}

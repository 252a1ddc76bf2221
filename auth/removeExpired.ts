import type { Database } from '../db/database.ts';

/** Of each of these the refresh tokens go too: some 50 for each day on which a page was open. */
const MOST = 50;

/**
 * Removes sessions whose thirty days are over, with their refresh tokens, which until then tell a
 * cookie that is used twice from one that nobody gave. Gives how many sessions.
 */
export async function removeExpired(database: Database, now: Date): Promise<number> {
  const expired = await database.query(
    `select id from member_session where expires_at < :now order by expires_at limit ${MOST}`,
    { now },
  );
  if (expired.length === 0) return 0;
  const ids = JSON.stringify(expired.map(({ id }) => id));
  await database.execute(
    `delete t from json_table(:ids, ${IDS}) as expired
     straight_join refresh_token t on t.family_id = expired.id collate ascii_bin`,
    { ids },
  );
  return database.execute(
    `delete s from json_table(:ids, ${IDS}) as expired
     straight_join member_session s on s.id = expired.id collate ascii_bin`,
    { ids },
  );
}

const IDS = "'$[*]' columns (id char(36) character set ascii path '$')";

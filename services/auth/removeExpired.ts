import type { Database } from '../../db/database.ts';

/** Sessions per run, */
const MOST = 50;
/** and tokens per statement: some 50 for each day on which a page was open. */
const MOST_TOKENS = 2_000;

/**
 * Deletes sessions whose thirty days are over, with their refresh tokens. Until then the tokens
 * distinguish a reused cookie from one that was never issued. A session is deleted once its last
 * token is. Returns the number of sessions.
 *
 * @param goesOn asked before each statement; what is left is deleted on another run
 */
export async function removeExpired(
  database: Database,
  now: Date,
  goesOn: () => boolean = () => true,
): Promise<number> {
  const expired = await database.query(
    `select id from member_session where expires_at < :now order by expires_at limit ${MOST}`,
    { now },
  );
  let removed = 0;
  for (const { id = null } of expired) {
    for (let tokens = MOST_TOKENS; tokens === MOST_TOKENS; ) {
      if (!goesOn()) return removed;
      tokens = await database.execute(
        `delete from refresh_token where family_id = :id limit ${MOST_TOKENS}`,
        { id },
      );
    }
    removed += await database.execute('delete from member_session where id = :id', { id });
  }
  return removed;
}

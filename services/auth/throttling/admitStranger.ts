import type { Row } from '../../../db/database.ts';
import type { Admitted, Limit, Refused } from './admission.ts';
import { type Attempt, strangerSubjects } from './subjects.ts';
import type { ThrottleTable } from './throttleTable.ts';
import { boundsAt, newTry, waitOf } from './tries.ts';

// A try takes 20 characters: the tenth begins at the 181st, the hundredth at the 1981st. The limits
// are 10 for a login and a member, and 100 for an address, which many may share, and for a member's
// tries right or wrong.
const LOOK = `
  select t.subject, p.free_at,
    substring(t.tries, if(t.subject in (:address, :signIns), 1981, 181), 13) as full_since
  from sign_in_throttle t
  join sign_in_pace p on p.share = 'other'
  where t.subject in (:address, :login, :member, :signIns)`;

const ADD = `
  insert ignore into sign_in_throttle (subject, tries, last_at)
  values (:address, '', :now), (:login, '', :now), (:member, '', :now), (:signIns, '', :now)`;

// One statement, so that all limits are updated or none is. It locks the rows that it reads, in
// this order, and sees the latest commits.
const CLAIM = `
  update sign_in_throttle a
  join sign_in_throttle l on l.subject = :login
  join sign_in_throttle m on m.subject = :member
  join sign_in_throttle s on s.subject = :signIns
  join sign_in_pace p on p.share = 'other'
  set a.tries = left(concat(:try, a.tries), 2000), a.last_at = :now,
    l.tries = left(concat(:try, l.tries), 200), l.last_at = :now,
    m.tries = left(concat(:try, m.tries), 200), m.last_at = :now,
    s.tries = left(concat(:try, s.tries), 2000), s.last_at = :now,
    p.free_at = date_add(greatest(p.free_at, cast(:now as datetime(6))), interval :gap microsecond)
  where a.subject = :address
    and substring(a.tries, 1981, 13) <= :since
    and substring(l.tries, 181, 13) <= :since
    and substring(m.tries, 181, 13) <= :since
    and substring(s.tries, 1981, 13) <= :since
    and p.free_at <= :latest`;

// A successful try still counts in the pace and in the limit of how much of it a member may use.
const FORGIVE = `
  update sign_in_throttle set tries = replace(tries, :try, '')
  where subject in (:address, :login, :member)`;

/**
 * Admits a try of an unknown device or says how long to wait. A try that must wait is refused by a
 * read that locks nothing. Returns null if other tries were repeatedly faster.
 */
export async function admitStranger(
  { database, secret, perMinute, sweep }: ThrottleTable,
  attempt: Attempt,
  now: Date,
): Promise<Admitted | Refused | null> {
  const subjects = { ...strangerSubjects(attempt, secret) };
  const bounds = boundsAt(now, perMinute);
  const one = newTry(now);
  const limitOf = ({ subject }: Row): Limit => {
    if (subject === subjects.signIns) return 'often';
    return subject === subjects.address ? 'address' : 'account';
  };

  const rows = await database.query(LOOK, subjects);
  const refused = waitOf(rows, limitOf, bounds);
  if (refused !== null) return refused;
  if (rows.length < 4) {
    await database.execute(ADD, { ...subjects, now });
    await sweep(now);
  }
  if ((await database.execute(CLAIM, { ...subjects, ...bounds, try: one })) === 0) return null;
  return {
    async forgive() {
      const { address, login, member } = subjects;
      await database.execute(FORGIVE, { address, login, member, try: one });
    },
  };
}

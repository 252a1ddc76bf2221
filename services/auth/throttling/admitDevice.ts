import type { Row } from '../../../db/database.ts';
import type { Admitted, Limit, Refused } from './admission.ts';
import { deviceSubjects } from './subjects.ts';
import type { ThrottleTable } from './throttleTable.ts';
import { boundsAt, newTry, waitOf } from './tries.ts';

const ADD = `
  insert ignore into sign_in_throttle (subject, tries, last_at) values
    (:device, '', :now), (:devices, '', :now)`;

// A try takes 20 characters: ten for a device, fifty for all known devices of the member. The pace
// is that of known devices.
const CLAIM = `
  update sign_in_throttle d
  join sign_in_throttle k on k.subject = :devices
  join sign_in_pace p on p.share = 'known'
  set d.tries = left(concat(:try, d.tries), 200), d.last_at = :now,
    k.tries = left(concat(:try, k.tries), 1000), k.last_at = :now,
    p.free_at = date_add(greatest(p.free_at, cast(:now as datetime(6))), interval :gap microsecond)
  where d.subject = :device
    and substring(d.tries, 181, 13) <= :since
    and substring(k.tries, 981, 13) <= :since
    and p.free_at <= :latest`;

const LOOK = `
  select t.subject, p.free_at,
    substring(t.tries, if(t.subject = :device, 181, 981), 13) as full_since
  from sign_in_throttle t
  join sign_in_pace p on p.share = 'known'
  where t.subject in (:device, :devices)`;

/**
 * Admits a try of a known device or says how long to wait. Counts it for the device and for all
 * known devices of the member, whose marks may have been copied; not for the account or the
 * address, which strangers may have exhausted. Returns null if other tries were faster.
 */
export async function admitDevice(
  { database, secret, perMinute, sweep }: ThrottleTable,
  deviceId: string,
  memberId: string,
  now: Date,
): Promise<Admitted | Refused | null> {
  const subjects = { ...deviceSubjects(deviceId, memberId, secret) };
  const bounds = boundsAt(now, perMinute);
  // The device's row is usually new, because each sign-in gives it a new id. So there is nothing to
  // forgive.
  await database.execute(ADD, { ...subjects, now });
  if ((await database.execute(CLAIM, { ...subjects, ...bounds, try: newTry(now) })) > 0) {
    await sweep(now);
    return { forgive: async () => {} };
  }
  const limitOf = ({ subject }: Row): Limit => (subject === subjects.device ? 'device' : 'often');
  return waitOf(await database.query(LOOK, subjects), limitOf, bounds);
}

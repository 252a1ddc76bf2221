import type { Admitted, Refused } from '../throttle.ts';
import { deviceSubject } from './subjects.ts';
import type { ThrottleTable } from './throttleTable.ts';
import { boundsAt, newTry, waitOf } from './tries.ts';

const ADD = `
  insert ignore into sign_in_throttle (subject, tries, last_at) values (:device, '', :now)`;

// As for a stranger: ten tries of 20 characters. The pace is that of known devices.
const CLAIM = `
  update sign_in_throttle d
  join sign_in_pace p on p.share = 'known'
  set d.tries = left(concat(:try, d.tries), 200), d.last_at = :now,
    p.free_at = date_add(greatest(p.free_at, cast(:now as datetime(6))), interval :gap microsecond)
  where d.subject = :device
    and substring(d.tries, 181, 13) <= :since
    and p.free_at <= :latest`;

const LOOK = `
  select p.free_at, substring(t.tries, 181, 13) as full_since
  from sign_in_throttle t
  join sign_in_pace p on p.share = 'known'
  where t.subject = :device`;

/**
 * Lets a try of a known device through, or says how long to wait. It is counted for the device alone,
 * neither for the account nor for the address, which strangers may have used up. Null where others
 * were faster.
 */
export async function admitDevice(
  { database, secret, perMinute, sweep }: ThrottleTable,
  deviceId: string,
  now: Date,
): Promise<Admitted | Refused | null> {
  const device = deviceSubject(deviceId, secret);
  const bounds = boundsAt(now, perMinute);
  // The row is new as a rule: each sign-in gives the device a new id. So there is nothing to forgive.
  await database.execute(ADD, { device, now });
  if ((await database.execute(CLAIM, { device, ...bounds, try: newTry(now) })) > 0) {
    await sweep(now);
    return { forgive: async () => {} };
  }
  return waitOf(await database.query(LOOK, { device }), () => 'device', bounds);
}

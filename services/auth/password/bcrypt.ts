import { compare } from 'bcryptjs';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

// Version, two-digit cost, 22 characters of salt and 31 of hash.
const FORM = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
// Each step doubles the time: 14 takes some three seconds, 10 (Spring's default) takes 0.2.
const COSTS = { least: 4, most: 14 };

/** bcrypt, as BCryptPasswordEncoder stores it. Ignores bytes of the password after the 72nd. */
export function readBcrypt(stored: string): Check {
  const cost = Number(FORM.exec(stored)?.[1] ?? 0);
  if (cost < COSTS.least || cost > COSTS.most) throw new MalformedHash('not a bcrypt hash');
  return (password) => compare(password, stored);
}

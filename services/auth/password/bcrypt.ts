import { compare } from 'bcryptjs';
import type { Check } from './check.ts';
import { MalformedHash } from './malformedHash.ts';

// Version, cost of two digits, 22 characters of salt and 31 of hash.
const FORM = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
// Each step takes twice as long: 14 some three seconds, where 10, Spring's own, takes 0.2.
const COSTS = { least: 4, most: 14 };

/** bcrypt, as BCryptPasswordEncoder stores it. Bytes of the password after the 72nd do not count. */
export function readBcrypt(stored: string): Check {
  const cost = Number(FORM.exec(stored)?.[1] ?? 0);
  if (cost < COSTS.least || cost > COSTS.most) throw new MalformedHash('not a bcrypt hash');
  return (password) => compare(password, stored);
}

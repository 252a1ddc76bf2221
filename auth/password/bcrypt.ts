import { compare } from 'bcryptjs';

// Version, cost of two digits, 22 characters of salt and 31 of hash.
const FORM = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/** bcrypt, as BCryptPasswordEncoder stores it. Bytes of the password after the 72nd do not count. */
export function verifyBcrypt(password: string, stored: string): Promise<boolean> {
  if (!FORM.test(stored)) throw new Error('not a bcrypt hash');
  return compare(password, stored);
}

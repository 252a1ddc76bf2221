import type { Member } from './member.ts';
import { nameFormat } from './password/nameFormat.ts';
import { type Hash, readHash } from './password/readHash.ts';
import type { AuthPorts } from './ports.ts';

// Checked when there is nothing to check: bcrypt of cost 10, as most members have, of 32 random
// bytes that were thrown away.
const NOBODY = '{bcrypt}$2b$10$OaQKy/aigfXgj4sJqSrSUO/Ygzg2Cp6RY20j.7495AhCyKEGfM62K';

/**
 * Returns the member if this is their password and they have not left; null otherwise. Computes one
 * hash whoever it is and whatever is stored. Counts a stored password that cannot be checked.
 */
export async function authenticate(
  member: Member | null,
  password: string,
  ports: AuthPorts,
): Promise<Member | null> {
  const stored = readHash(member?.passwordHash ?? NOBODY, ports.config.passwords);
  const isRight = await checkOf(stored)(password);
  const isIn = stored.kind === 'checkable' && isRight && member?.enabled === true;
  tell(stored, isIn, ports);
  return isIn ? member : null;
}

function checkOf(stored: Hash) {
  const checked = stored.kind === 'checkable' ? stored : readHash(NOBODY);
  if (checked.kind !== 'checkable') throw new Error('The decoy hash cannot be checked');
  return checked.check;
}

function tell(stored: Hash, isIn: boolean, { warn, countPassword }: AuthPorts): void {
  const format = nameFormat(stored.format);
  if (stored.kind !== 'checkable') {
    warn(`A stored password cannot be checked: ${stored.kind}, format ${format}`);
    countPassword('PasswordsUncheckable', format);
  } else if (stored.isWeak && isIn) {
    warn(`Accepted a password stored in a weak format: ${format}`);
    countPassword('WeakPasswordsAccepted', format);
  }
}

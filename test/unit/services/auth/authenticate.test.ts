import { hashSync } from 'bcryptjs';
import { describe, expect, it } from 'vitest';
import { authenticate } from '../../../../services/auth/authenticate.ts';
import { USUAL_RULES } from '../../../../services/auth/password/passwordRules.ts';
import type { WeakFormat } from '../../../../services/auth/password/weakFormats.ts';
import type { AuthPorts } from '../../../../services/auth/ports.ts';

const PASSWORD = 'yukiguni-1937';
const SALTED_MD5 = '{MD5}{salt}ce421738b1c5540836bdc8ff707f1572';

/** Returns whether the member is signed in, what operators are told, and what is counted. */
async function tryOn(
  passwordHash: string,
  password: string,
  { weakFormats = [], enabled = true }: { weakFormats?: WeakFormat[]; enabled?: boolean } = {},
) {
  const warned: string[] = [];
  const counted: string[] = [];
  // The other ports are not used.
  const ports = {
    config: { passwords: { ...USUAL_RULES, weakFormats: new Set(weakFormats) } },
    warn: (message: string) => warned.push(message),
    countPassword: (metric: string, format: string) => counted.push(`${metric} ${format}`),
  } as unknown as AuthPorts;
  const member = { id: '7', displayName: '菊', passwordHash, enabled };
  return { isIn: (await authenticate(member, password, ports)) !== null, warned, counted };
}

describe('authenticate', () => {
  it('authenticate neither logs nor counts a stored password in a strong format, right or wrong', async () => {
    const stored = `{bcrypt}${hashSync(PASSWORD, 4)}`;
    const silence = { warned: [], counted: [] };
    expect(await tryOn(stored, PASSWORD)).toEqual({ isIn: true, ...silence });
    expect(await tryOn(stored, 'another')).toEqual({ isIn: false, ...silence });
    expect(await tryOn(stored, PASSWORD, { enabled: false })).toEqual({ isIn: false, ...silence });
  });

  it('authenticate accepts a password in an enabled weak format, and logs and counts it each time', async () => {
    expect(await tryOn(SALTED_MD5, 'password', { weakFormats: ['MD5'] })).toEqual({
      isIn: true,
      warned: ['Accepted a password stored in a weak format: MD5'],
      counted: ['WeakPasswordsAccepted MD5'],
    });
  });

  it('authenticate does not count a wrong password in a weak format', async () => {
    const wrong = await tryOn(SALTED_MD5, 'password ', { weakFormats: ['MD5'] });
    const left = await tryOn(SALTED_MD5, 'password', { weakFormats: ['MD5'], enabled: false });
    expect([wrong, left]).toEqual(Array(2).fill({ isIn: false, warned: [], counted: [] }));
  });

  it('authenticate refuses a password in a weak format that is not enabled, and logs and counts it', async () => {
    expect(await tryOn(SALTED_MD5, 'password', { weakFormats: ['noop'] })).toEqual({
      isIn: false,
      warned: ['A stored password cannot be checked: unknown-format, format MD5'],
      counted: ['PasswordsUncheckable MD5'],
    });
  });

  it.each([
    ['{bcrypt}$2a$10$short', 'malformed, format bcrypt'],
    ['{ldap}{SSHA}igvD9lOiTXm16dmOw0YWRb9OjK2ThZvdQku2EQ==', 'unknown-format, format ldap'],
    ['5f4dcc3b5aa765d61d8327deb882cf99', 'unknown-format, format none'],
    ['{5f4dcc3b5aa765d61d8327deb882cf99}', 'unknown-format, format unreadable'],
    ['{acbd18db4cc2f85cedef654fccc4a4d8}', 'unknown-format, format unreadable'],
    ['{a\n{"_aws":1}}', 'unknown-format, format unreadable'],
    ['', 'unknown-format, format none'],
  ])(
    'authenticate logs only the format’s name of a stored password that cannot be checked: %j',
    async (stored, seen) => {
      const { isIn, warned } = await tryOn(stored, PASSWORD, { weakFormats: ['noop', 'MD5'] });
      expect(isIn).toBe(false);
      expect(warned).toEqual([`A stored password cannot be checked: ${seen}`]);
    },
  );
});

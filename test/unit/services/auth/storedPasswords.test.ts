import { describe, expect, it } from 'vitest';
import { type Hash, readHash } from '../../../../services/auth/password/readHash.ts';
import { withSecret } from './passwords/publishedHashes.ts';
import { refusedTexts } from './passwords/refusedTexts.ts';
import {
  everyFormat,
  formOf,
  type StoredPassword,
  storedPasswords,
} from './passwords/storedPasswords.ts';

const forms = [...new Set(storedPasswords.map(({ stored }) => formOf(stored)))];

async function verdict(
  password: string,
  stored: string,
): Promise<'right' | 'wrong' | Hash['kind']> {
  const hash = readHash(stored, everyFormat);
  if (hash.kind !== 'checkable') return hash.kind;
  return (await hash.check(password)) ? 'right' : 'wrong';
}

/** Returns the passwords that are judged wrongly. */
async function misjudged({ name, stored, right, wrong }: StoredPassword): Promise<string[]> {
  const expected = (is: 'right' | 'wrong') => async (password: string) => {
    const seen = await verdict(password, stored).catch(String);
    // An empty {noop} is not a stored password.
    return seen === is || (is === 'wrong' && seen === 'malformed' && stored === '{noop}')
      ? []
      : [`${name}: ${JSON.stringify(password)} is ${seen}, expected ${is}`];
  };
  return (
    await Promise.all([...right.map(expected('right')), ...wrong.map(expected('wrong'))])
  ).flat();
}

/** The same text damaged at its end: with another character, and truncated. */
function damage(stored: string): string[] {
  // Padding carries no information, and the last character of Base64 may have unused bits.
  const body = stored.replace(/=+$/, '');
  const at = body.length - 2;
  const other = body[at] === '1' ? '2' : '1';
  return [
    `${body.slice(0, at)}${other}${body.slice(at + 1)}`,
    body.slice(0, -1),
    body.slice(0, -2),
  ];
}

describe('bar 01 stored passwords', () => {
  it('the samples have nine formats and more than two hundred stored passwords', () => {
    expect(forms.toSorted()).toEqual([
      'argon2',
      'bare bcrypt',
      'bcrypt',
      'digest',
      'noop',
      'pbkdf2',
      'pbkdf2@SpringSecurity_v5_8',
      'scrypt',
      'sha256',
    ]);
    for (const form of forms) {
      const ofForm = storedPasswords.filter(({ stored }) => formOf(stored) === form);
      expect(ofForm.length, form).toBeGreaterThanOrEqual(16);
    }
    const tried = storedPasswords.flatMap(({ right, wrong }) => [...right, ...wrong]);
    expect(tried.length).toBeGreaterThanOrEqual(200);
    expect(refusedTexts.length).toBeGreaterThanOrEqual(60);
  });

  it.each(forms)(
    'a stored password admits its own password and no other: %s',
    async (form) => {
      const ofForm = storedPasswords.filter(({ stored }) => formOf(stored) === form);
      expect((await Promise.all(ofForm.map(misjudged))).flat()).toEqual([]);
    },
    60_000,
  );

  it.each(forms)(
    'a stored password with a changed or missing end admits nobody: %s',
    async (form) => {
      const ofForm = storedPasswords.filter(({ stored }) => formOf(stored) === form);
      for (const { stored, right } of ofForm.slice(0, 3)) {
        for (const changed of damage(stored)) {
          for (const password of right) {
            expect(await verdict(password, changed), changed).not.toBe('right');
          }
        }
      }
    },
    60_000,
  );

  it.each(refusedTexts)(
    'a stored text that is not a supported hash admits nobody: $name',
    ({ stored, kind }) => {
      expect(readHash(stored, everyFormat).kind).toBe(kind);
    },
  );

  it('a stored password in hexadecimal may be in capitals', async () => {
    for (const form of ['pbkdf2', 'sha256', 'digest']) {
      const [found] = storedPasswords.filter(({ stored }) => formOf(stored) === form);
      const [, name, hex = ''] = /^(.*?)([0-9a-f]+)$/s.exec(found?.stored ?? '') ?? [];
      expect(await verdict(found?.right[0] ?? '', name + hex.toUpperCase()), form).toBe('right');
    }
  });

  it.each(withSecret)(
    'a stored password of an encoder with a secret admits its password: %s',
    async (stored) => {
      for (const [encoderSecret, password, isRight] of [
        ['secret', 'password', true],
        ['secret', 'Password', false],
        ['Secret', 'password', false],
        ['', 'password', false],
        ['', 'secretpassword', stored.startsWith('{sha256}')],
      ] as const) {
        const hash = readHash(stored, { ...everyFormat, encoderSecret });
        const seen = hash.kind === 'checkable' && (await hash.check(password));
        expect(seen, `${encoderSecret} ${password}`).toBe(isRight);
      }
    },
  );

  it('a stored password in a weak format is unknown unless the deployment enables it', () => {
    for (const { name, stored } of storedPasswords) {
      const isWeak = ['noop', 'digest'].includes(formOf(stored));
      expect(readHash(stored).kind === 'unknown-format', name).toBe(isWeak);
    }
    const named = { ...everyFormat, weakFormats: new Set(['MD5'] as const) };
    expect(readHash('{MD5}5f4dcc3b5aa765d61d8327deb882cf99', named).kind).toBe('checkable');
    expect(readHash('{noop}password', named).kind).toBe('unknown-format');
  });
});

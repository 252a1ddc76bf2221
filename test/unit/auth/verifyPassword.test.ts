import { createHash, pbkdf2Sync, scryptSync } from 'node:crypto';
import { hashSync } from 'bcryptjs';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '../../../auth/password/verifyPassword.ts';

// From the reference documentation of Spring Security, "Password Storage": each is "password".
const published = [
  '{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG',
  '{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc',
  '{scrypt}$e0801$8bWJaSu2IKSn9Z9kM+TPXfOc/9bdYSrN1oD9qfVThWEwdRTnO7re7Ei+fUZRJ68k9lTyuTeUp4of4g24hHnazw==$OAOec05+bXxvuu/1qZ6NUR+xQYvYv7BeL1QxwRpY5Pc=',
  '{sha256}97cde38028ad898ebc02e690819fa220e88c62e0699403e94fff291cfffaf8410849f27605abcbc0',
];

describe('a password stored by Spring Security', () => {
  it.each(published)('is recognised: %s', async (stored) => {
    expect(await verifyPassword('password', stored)).toBe('right');
    expect(await verifyPassword('Password', stored)).toBe('wrong');
    expect(await verifyPassword('', stored)).toBe('wrong');
  });

  it('is recognised in the PBKDF2 form of Spring Security 5.8', async () => {
    const salt = Buffer.alloc(16, 7);
    const hash = pbkdf2Sync('雪国の灯', salt, 310_000, 32, 'sha256');
    const stored = `{pbkdf2@SpringSecurity_v5_8}${Buffer.concat([salt, hash]).toString('hex')}`;
    expect(await verifyPassword('雪国の灯', stored)).toBe('right');
    expect(await verifyPassword('雪国の火', stored)).toBe('wrong');
  });

  it('is recognised in the scrypt form of Spring Security 5.8', async () => {
    const salt = Buffer.alloc(16, 3);
    const options = { N: 65_536, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };
    const hash = scryptSync('灯台守', salt, 32, options);
    const stored = `{scrypt@SpringSecurity_v5_8}$100801$${salt.toString('base64')}$${hash.toString('base64')}`;
    expect(await verifyPassword('灯台守', stored)).toBe('right');
    expect(await verifyPassword('灯台', stored)).toBe('wrong');
  });

  it('is recognised as bare bcrypt', async () => {
    expect(await verifyPassword('yukiguni', hashSync('yukiguni', 4))).toBe('right');
  });

  it('counts no bytes after the 72nd, as the shop itself does', async () => {
    const stored = `{bcrypt}${hashSync('あ'.repeat(24), 4)}`;
    expect(await verifyPassword(`${'あ'.repeat(24)}い`, stored)).toBe('right');
    expect(await verifyPassword(`${'あ'.repeat(23)}い`, stored)).toBe('wrong');
  });
});

describe('a stored text that is no hash of ours', () => {
  it.each([
    ['{noop}password', 'unknown-format'],
    ['password', 'unknown-format'],
    ['', 'unknown-format'],
    [`{MD5}${createHash('md5').update('password').digest('hex')}`, 'unknown-format'],
    ['{argon2}$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA', 'unknown-format'],
    ['{bcrypt}', 'malformed'],
    ['{bcrypt}$2a$10$short', 'malformed'],
    ['{pbkdf2}00', 'malformed'],
    ['{scrypt}$ff0801$AAAA$AAAA', 'malformed'],
    ['{scrypt}$e0801$8bWJaSu2IKSn9Z9kM+TPXQ==$=', 'malformed'],
    ['{constructor}password', 'unknown-format'],
    ['{sha256}xyz', 'malformed'],
  ])('denies: %s', async (stored, verdict) => {
    expect(await verifyPassword('password', stored)).toBe(verdict);
  });
});

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkTarget, readLink, signLink } from '../../../../services/mail/links/linkToken.ts';

const SECRETS = ['a secret of tests'] as const;
const ID = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.toWellFormed());
const TARGET: fc.Arbitrary<LinkTarget> = fc.oneof(
  fc.record({ memberId: ID, bookId: fc.option(ID) }),
  fc.record({
    memberId: ID,
    kind: fc.constantFrom('CONTRIBUTOR', 'SERIES'),
    targetId: ID,
  }),
);
const b64 = (text: string) => Buffer.from(text).toString('base64url');

describe('the token of a link', () => {
  it('readLink returns what was signed, and the token is URL-safe', () => {
    fc.assert(
      fc.property(TARGET, (target) => {
        const token = signLink(SECRETS, target);
        expect(token).toMatch(/^[\w.-]+$/);
        expect(readLink(SECRETS, token)).toEqual(target);
        expect(readLink(['another'], token)).toBeNull();
      }),
    );
  });

  it.each([
    [
      'MTAwMDE.aXNibi05Nzg0OTk5OTk5MDAy.imVVJm8jb43DIkHT0bs-6owydsGRZWoYOrZE-mNoMeA',
      { memberId: '10001', bookId: 'isbn-9784999999002' },
    ],
    ['MTAwMDE..Nt73Zjm7abiYX1x7_-naRO3lrrC7J_muQ0A_iY8JPMk', { memberId: '10001', bookId: null }],
  ])('readLink accepts the token of an old mail: %s', (token, target) => {
    expect(readLink(SECRETS, token)).toEqual(target);
    expect(signLink(SECRETS, target)).toBe(token);
  });

  it('readLink refuses tokens made of parts of another kind', () => {
    const author = signLink(SECRETS, { memberId: '1', kind: 'CONTRIBUTOR', targetId: 'c-1' });
    const [member, kind, target, signature] = author.split('.');
    const book = signLink(SECRETS, { memberId: '1', bookId: 'c-1' });
    for (const token of [
      `${member}.${b64('SERIES')}.${target}.${signature}`,
      `${member}.${kind}.${b64('c-2')}.${signature}`,
      `${b64('2')}.${kind}.${target}.${signature}`,
      `${member}.${target}.${signature}`,
      `${member}..${target}.${signature}`,
      `${member}.${kind}.${signature}`,
      `${member}.${kind}.${target}.${book.split('.')[2]}`,
      `${author}.${signature}`,
      `${member}.${kind}.${target}`,
    ]) {
      expect(readLink(SECRETS, token), token).toBeNull();
    }
  });

  it.each([
    ['the purpose of books', 'shinkan unsubscribe 1', 'CONTRIBUTOR'],
    ['a kind that there is not', 'shinkan unsubscribe standing 1', 'PUBLISHER'],
    ['the kind of books', 'shinkan unsubscribe standing 1', 'BOOK'],
  ])('readLink refuses a token with %s, although its signature is right', (_, purpose, kind) => {
    const said = ['1', kind, 'c-1'].map(b64).join('.');
    const digest = createHmac('sha256', SECRETS[0]).update(`${purpose}\n${said}`).digest();
    expect(readLink(SECRETS, `${said}.${digest.toString('base64url')}`)).toBeNull();
  });
});

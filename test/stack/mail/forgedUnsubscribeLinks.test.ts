import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import type { LinkSecrets } from '../../../services/mail/links/linkSecrets.ts';
import { signLink } from '../../../services/mail/links/linkToken.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { linkSecrets } from '../../support/links.ts';

const MEMBER = '990021';
const BOOK = 'bar21-book';
const OTHER_BOOK = 'bar21-other';

const b64 = (text: string) => Buffer.from(text, 'utf8').toString('base64url');
const repeat = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function signed(secret: string, said: string, purpose = 'shinkan unsubscribe 1\n'): string {
  const digest = createHmac('sha256', secret).update(`${purpose}${said}`).digest();
  return `${said}.${digest.toString('base64url')}`;
}

/** A hundred tokens that were not signed here, each with the way it was forged. */
function forgeries(secrets: LinkSecrets): [string, string][] {
  const [secret] = secrets;
  const forBook = signLink(secrets, { memberId: MEMBER, bookId: BOOK });
  const forAll = signLink(secrets, { memberId: MEMBER, bookId: null });
  const [member = '', book = '', signature = ''] = forBook.split('.');
  const standing = { memberId: MEMBER, kind: 'CONTRIBUTOR', targetId: 'c-bar21' } as const;
  const [, kind = '', author = '', authorSignature = ''] = signLink(secrets, standing).split('.');
  const forStanding = 'shinkan unsubscribe standing 1\n';
  const change = (text: string, at: number) =>
    `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  return [
    ...repeat(16, (i) => ['another member', `${b64(`99002${i + 2}`)}.${book}.${signature}`]),
    ...repeat(10, (i) => ['another book', `${member}.${b64(`${BOOK}-${i}`)}.${signature}`]),
    ['the book taken out', `${member}..${signature}`],
    ['a book put in', `${member}.${book}.${forAll.split('.')[2]}`],
    ['member and book exchanged', `${book}.${member}.${signature}`],
    ['a dot moved', `${member}${book.slice(0, 1)}.${book.slice(1)}.${signature}`],
    ...repeat(16, (i) => ['a signature changed', `${member}.${book}.${change(signature, i * 2)}`]),
    ...repeat(10, (i) => ['cut short', forBook.slice(0, forBook.length - 1 - i * 4)]),
    ['no signature', `${member}.${book}.`],
    ['no signature at all', `${member}.${book}`],
    ['a member alone', member],
    ['nothing', ''],
    ['dots', '..'],
    ['a fourth part', `${forBook}.${signature}`],
    ...['secret', '', secret.toUpperCase(), `${secret},`, secret.slice(0, 63), `${secret}0`].map(
      (other) => ['another secret', signed(other, `${member}.${book}`)],
    ),
    ...['', 'shinkan unsubscribe\n', 'shinkan unsubscribe 2\n', 'password-mark', 'refresh\n'].map(
      (purpose) => ['another purpose', signed(secret, `${member}.${book}`, purpose)],
    ),
    ['another digest', `${member}.${book}.${'A'.repeat(27)}`],
    [
      'SHA-512',
      `${member}.${book}.${createHmac('sha512', secret)
        .update(`shinkan unsubscribe 1\n${member}.${book}`)
        .digest('base64url')}`,
    ],
    ['the padding of base64', `${forBook}=`],
    ['the padding as an escape', `${forBook}%3D`],
    ['the last bits of base64 changed', `${forBook.slice(0, -1)}${nextSpelling(forBook)}`],
    ['base64 that is not for addresses', `${member}.${book}.${plainBase64(secret, member, book)}`],
    ['a member in other letters', `${member.toLowerCase()}.${book}.${signature}`],
    ['a signature in other letters', `${member}.${book}.${signature.toUpperCase()}`],
    ['a signature in hexadecimal', `${member}.${book}.${toHex(signature)}`],
    ...['%00', '%0A', '%20', '%E2%80%8B', '%EF%BC%8E', '%E3%80%80', '%2F..', '%2e', '+', '~'].map(
      (end) => ['something behind', `${forBook}${end}`],
    ),
    ...['%20', '%EF%BB%BF', '%E2%80%AE', '%2e%2e%2f', 'x/'].map((begin) => [
      'something before',
      `${begin}${forBook}`,
    ]),
    ['dots of full width', forBook.replaceAll('.', '%EF%BC%8E')],
    ['digits of full width', signedText(secret, '990021')],
    ['escaped letters', forBook.replace(/^./, toEscape)],
    ['the dots escaped', forBook.replaceAll('.', '%2E')],
    ['a very long one', `${member}.${'A'.repeat(5000)}.${signature}`],
    ['JSON', encodeURIComponent(JSON.stringify({ memberId: MEMBER, bookId: BOOK }))],
    ['a JSON web token', `${b64('{"alg":"none"}')}.${b64(`{"sub":"${MEMBER}"}`)}.`],
    ['the prototype', '__proto__.constructor.prototype'],
    ['another author', `${member}.${kind}.${b64('c-bar22')}.${authorSignature}`],
    ['a series for an author', `${member}.${b64('SERIES')}.${author}.${authorSignature}`],
    ['the kind taken out', `${member}.${author}.${authorSignature}`],
    ['the author taken out', `${member}.${kind}..${authorSignature}`],
    ['a kind put before a book', `${member}.${kind}.${book}.${signature}`],
    ['an author of another member', `${b64('990022')}.${kind}.${author}.${authorSignature}`],
    ['an author by the purpose of books', signed(secret, `${member}.${kind}.${author}`)],
    ['a book by the purpose of authors', signed(secret, `${member}.${book}`, forStanding)],
    ['no such kind', signed(secret, `${member}.${b64('BOOK')}.${author}`, forStanding)],
    ['a quote of SQL', `${b64(`${MEMBER}' or '1'='1`)}.${book}.${signature}`],
  ] as [string, string][];
}

/**
 * 32 bytes leave two bits of the last letter unused, so another letter decodes to the same bytes.
 */
function nextSpelling(token: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return letters[letters.indexOf(token.at(-1) ?? '') ^ 1] ?? '';
}

function plainBase64(secret: string, member: string, book: string): string {
  const digest = createHmac('sha256', secret)
    .update(`shinkan unsubscribe 1\n${member}.${book}`)
    .digest('base64');
  return encodeURIComponent(digest);
}

const toHex = (signature: string) => Buffer.from(signature, 'base64url').toString('hex');
const toEscape = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;
// The signature of the plain digits, attached to digits that look the same.
const signedText = (secret: string, id: string) => {
  const wide = [...id].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  return `${b64(wide)}..${signed(secret, `${b64(id)}.`).split('.')[2]}`;
};

describe('bar 21 mail form: forged links', () => {
  let database: Database;
  const address = (token: string) => `${testStack().web}/mail/unsubscribe/${token}`;
  const post = (token: string) =>
    fetch(address(token), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
  const state = async () => ({
    subscriptions: await database.query(
      'select book_id from subscription where member_id = :id order by book_id',
      { id: MEMBER },
    ),
    stopped: await database.query(
      'select count(*) as n from member_setting where mail_stopped_at is not null',
    ),
    withdrawn: await database.query(
      'select count(*) as n from consent where withdrawn_at is not null',
    ),
    standing: await database.query(
      'select target_id from standing_subscription where member_id = :id order by target_id',
      { id: MEMBER },
    ),
  });

  beforeAll(async () => {
    database = openStackDatabase(testStack());
    for (const bookId of [BOOK, OTHER_BOOK]) {
      await database.execute(
        `insert into subscription (member_id, book_id, created_at, consent_source)
         values (:id, :bookId, utc_timestamp(6), 'web')`,
        { id: MEMBER, bookId },
      );
    }
    for (const target of ['c-bar21', 'c-bar22']) {
      await database.execute(
        `insert into standing_subscription
           (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
         values (:id, 'CONTRIBUTOR', :target, '["AUTHOR"]', utc_timestamp(6), 'web',
           utc_timestamp(6))`,
        { id: MEMBER, target },
      );
    }
  });

  it('the page refuses 100 of 100 forged links with one indistinguishable answer and changes nothing', async () => {
    const tokens = forgeries(linkSecrets());
    expect(new Set(tokens.map(([, token]) => token)).size).toBeGreaterThanOrEqual(100);
    const before = await state();
    const pages = new Set<string>();
    for (const [how, token] of tokens) {
      for (const answer of [await fetch(address(token)), await post(token)]) {
        expect([400, 404], `${how}: ${token}`).toContain(answer.status);
        const body = await answer.text();
        expect(body, how).not.toContain(MEMBER);
        pages.add(body);
      }
    }
    // All get the same page: whether the member or book exists makes no difference.
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain('このリンクは使えません');
    expect(await state()).toEqual(before);
  }, 120_000);

  it('the page accepts a genuine link: GET changes nothing, one click does', async () => {
    const token = signLink(linkSecrets(), { memberId: MEMBER, bookId: BOOK });
    const before = await state();
    const seen = await fetch(address(token));
    expect(seen.status).toBe(200);
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
    expect(seen.headers.get('x-robots-tag')).toBe('noindex');
    expect(seen.headers.get('set-cookie')).toBeNull();
    expect((await fetch(address(token), { method: 'HEAD' })).status).toBe(200);
    expect(await state()).toEqual(before);

    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    const answer = await fetch(address(token), { method: 'POST', body: form, redirect: 'error' });
    expect(answer.status).toBe(200);
    expect((await state()).subscriptions).toEqual([{ book_id: OTHER_BOOK }]);
  });

  it('the page accepts a genuine link about an author', async () => {
    const target = { memberId: MEMBER, kind: 'CONTRIBUTOR', targetId: 'c-bar21' } as const;
    const token = signLink(linkSecrets(), target);
    const before = await state();
    expect((await fetch(address(token))).status).toBe(200);
    expect(await state()).toEqual(before);
    expect((await post(token)).status).toBe(200);
    expect((await state()).standing).toEqual([{ target_id: 'c-bar22' }]);
  });
});

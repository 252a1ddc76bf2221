import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../../../../domain/language/language.ts';
import type { MailToCompose } from '../../../../services/mail/compose/composeMail.ts';
import { oneLine } from '../../../../services/mail/compose/oneLine.ts';
import { readLink } from '../../../../services/mail/links/linkToken.ts';
import { MAIL_KINDS } from '../../../../services/mail/news/mailKinds.ts';
import type { MailedBook } from '../../../../services/mail/reading/readBooks.ts';
import {
  aMail,
  LINK_SECRETS,
  letterhead,
  newsOfKind,
  openMail,
} from '../../../support/composedMail.ts';
import { DIFFICULT_TITLES } from '../../../support/difficultTitles.ts';

const HEADERS = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

const ENCODED_WORD = /=\?UTF-8\?([BQ])\?([^?]*)\?=/g;

async function linesOf(mail: Promise<Uint8Array>) {
  const text = Buffer.from(await mail).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return { head: text.slice(0, end).split('\r\n'), body: text.slice(end + 4).split('\r\n') };
}

/** Decodes a single encoded word; throws if it contains part of a character. */
function decodeWord(encoding: string, content: string): string {
  const bytes =
    encoding === 'B'
      ? Buffer.from(content, 'base64')
      : Buffer.from(
          content
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (_, code) =>
              String.fromCharCode(Number.parseInt(code, 16)),
            ),
          'latin1',
        );
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('bar 21 mail form: difficult titles', () => {
  it('the samples are at least forty difficult titles', () => {
    expect(new Set(DIFFICULT_TITLES.map(({ title }) => title)).size).toBeGreaterThanOrEqual(40);
  });

  describe.each(DIFFICULT_TITLES)('$title', ({ title, shown = title, inSubject = shown }) => {
    const news = [newsOfKind('ON_SALE', { title })];

    it('the title arrives unchanged in the subject, the text and the page', async () => {
      const mail = await openMail(news);
      expect(mail.subject).toBe(`『${inSubject}』が発売になりました`);
      expect(mail.text.split('\n')).toContain(`■ ${shown}`);
      expect(unescaped(mail.html)).toContain(`<bdi lang="ja">${shown}</bdi></h3>`);
    });

    it('the mail respects the limits of lines and words', async () => {
      const { head, body } = await linesOf(aMail(news));
      for (const line of head.filter((one) => !one.startsWith('List-Unsubscribe: '))) {
        expect(line.length).toBeLessThanOrEqual(76);
      }
      for (const line of body) expect(line.length).toBeLessThanOrEqual(76);
      for (const line of [...head, ...body]) expect(line).toMatch(/^[\t -~]*$/);
      const words = [...head.join('\r\n').matchAll(ENCODED_WORD)];
      expect(words.length).toBeGreaterThan(0);
      for (const [word, encoding = '', content = ''] of words) {
        expect(word.length).toBeLessThanOrEqual(75);
        expect(decodeWord(encoding, content).length).toBeGreaterThan(0);
      }
    });
  });
});

describe('bar 21 mail form: any text at all', () => {
  it('any text arrives unchanged and does not affect the headers', {
    timeout: 600_000,
  }, async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        fc.string({
          unit: fc.constantFrom('=', '?', '\r', '\n', ' ', 'あ', '𠮷', '\ud800', ':', '<'),
        }),
      )
      .filter((one) => oneLine(one) !== '');
    const someone = fc.record({ title: text, displayName: text, publisher: text });
    await fc.assert(
      fc.asyncProperty(someone, async ({ title, displayName, publisher }) => {
        const mail = await openMail([newsOfKind('ON_SALE', { title, publisher })], { displayName });
        expect(mail.subject).toBe(`『${oneLine(title)}』が発売になりました`);
        expect(mail.text.split('\n')).toContain(`■ ${oneLine(title)}`);
        expect(mail.headers.map(({ key }) => key).sort()).toEqual(HEADERS);
        expect(unescaped(mail.html)).toContain(`<bdi>${oneLine(publisher)}</bdi>`);
      }),
      { numRuns: process.env.BAR_FULL === '1' ? 8_000 : 300 },
    );
  });
});

describe.each(MAIL_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language }))))(
  'bar 21 mail form: a mail about $kind in $language',
  ({ kind, language }) => {
    const news = [
      newsOfKind(kind, { id: 'one', title: '甲' }),
      newsOfKind(kind, { id: 'two', title: '乙' }),
    ];
    const refusal = { ja: 'いつでもお断りになれます', en: 'You may stop these mails at any time' };
    const sender = { ja: '送信者', en: 'Sent by' };
    const stopAll = /https:\/\/shinkan\.example\/mail\/unsubscribe\/([\w.-]+)/;

    it('the mail has the five legally required statements, as text and as a page', async () => {
      const author = { kind: 'CONTRIBUTOR', id: 'c-1', name: '丙' } as const;
      const mail = await openMail(news, { language, reasons: new Map([['one', [author]]]) });
      for (const content of [mail.text, mail.html]) {
        const end = content.slice(content.lastIndexOf('乙'));
        expect(end).toContain(refusal[language]);
        expect(end.replace(/<[^>]*>/g, '')).toContain(
          `${sender[language]}: ${letterhead.shopName}`,
        );
        expect(end).toContain(letterhead.postalAddress);
        expect(end).toContain(letterhead.contact);
        const tokens = [...content.matchAll(new RegExp(stopAll, 'g'))].map(([, token = '']) =>
          readLink(LINK_SECRETS, token),
        );
        expect(tokens).toEqual([
          { memberId: '10001', kind: 'CONTRIBUTOR', targetId: 'c-1' },
          { memberId: '10001', bookId: 'one' },
          { memberId: '10001', bookId: 'two' },
          { memberId: '10001', bookId: null },
        ]);
      }
    });

    it('the mail can be refused with one click', async () => {
      const { headers } = await openMail(news, { language });
      const value = (key: string) => headers.find((header) => header.key === key)?.value;
      const [, token = ''] =
        /^<https:[^<>,\s]*\/([\w.-]+)>$/.exec(value('list-unsubscribe') ?? '') ?? [];
      expect(readLink(LINK_SECRETS, token)).toEqual({ memberId: '10001', bookId: null });
      expect(value('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      expect(value('content-language')).toBe(language);
      expect(value('auto-submitted')).toBe('auto-generated');
      expect(value('message-id')).toBe('<a-key@shop.example>');
    });

    it('the mail has each of its headers once, and no other', async () => {
      const { head } = await linesOf(aMail(news, { language }));
      const names = head.filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(':')[0]);
      expect(names.map((name) => name?.toLowerCase()).sort()).toEqual(HEADERS);
      expect(head.filter((line) => !/^([!-9;-~]+: \S|[ \t]+\S|Content-Type:)/.test(line))).toEqual(
        [],
      );
    });
  },
);

type Tampering = [
  field: string,
  book: (evil: string) => Partial<MailedBook>,
  mail: (evil: string) => Partial<MailToCompose>,
];

const nothing = () => ({});
const FIELDS: Tampering[] = [
  ['a title', (title) => ({ title }), nothing],
  ['a volume', (volume) => ({ volume }), nothing],
  ['an author', (name) => ({ contributors: [{ name, roleText: name }] }), nothing],
  ['a publisher', (publisher) => ({ publisher }), nothing],
  ['the name of a member', nothing, (displayName) => ({ displayName })],
  ['the name of the shop', nothing, (shopName) => ({ letterhead: { ...letterhead, shopName } })],
  [
    'the address of the shop',
    nothing,
    (evil) => ({ letterhead: { ...letterhead, postalAddress: evil, contact: evil } }),
  ],
];

describe('bar 21 mail form: foreign text in headers', () => {
  const ENDS = [
    '\r\n',
    '\n',
    '\r',
    '\r\n ',
    '\u2028',
    '\u0085',
    '\u0000\r\n',
    '\r\n\r\n',
    '%0d%0a',
  ];
  const tries = FIELDS.flatMap((field) =>
    ENDS.map((end) => [JSON.stringify(end), ...field, end] as const),
  );

  it('the samples are at least fifty attempts', () => {
    expect(tries.length).toBeGreaterThanOrEqual(50);
  });

  test.each(tries)(
    'a foreign text neither adds nor breaks a header: %s in %s',
    async (_, __, book, mail, end) => {
      const evil = `題${end}Bcc: evil@reader.example${end}X-Evil: 1${end}${end}<b>`;
      const tampered = await openMail([newsOfKind('ON_SALE', book(evil))], mail(evil));
      const plain = await openMail([newsOfKind('ON_SALE')]);
      const shape = ({ headers }: typeof plain) => headers.map(({ key }) => key);
      expect(shape(tampered)).toEqual(shape(plain));
      expect(tampered.to).toEqual(plain.to);
      expect(tampered.from?.address).toBe('shinkan@shop.example');
      expect(tampered.bcc).toBeUndefined();
      for (const line of tampered.text.split('\n')) expect(line).not.toMatch(/^(Bcc|X-Evil):/);
      expect(tampered.html).toContain('</html>');
    },
  );

  test.each([
    'a@reader.example\r\nBcc: evil@reader.example',
    'a@reader.example, evil@reader.example',
    '<a@reader.example> evil@reader.example',
    '"a, b" <a@reader.example>',
    'a@reader.example\u0000',
    'reader',
    '',
  ])('composeMail refuses the recipient %j', async (to) => {
    await expect(aMail([newsOfKind('ON_SALE')], { to })).rejects.toThrow('not a mail address');
  });
});

describe('bar 21 mail form: foreign markup stays text', () => {
  const EVIL = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></table><iframe src=//evil.example>',
    '<!--x',
    ']]><svg/onload=alert(1)>',
    '&lt;script&gt;&#x3c;b>',
    '{{constructor.constructor("alert(1)")()}}',
  ];
  // Each of these characters in the page belongs to the template.
  const marks = (html: string) => html.match(/[<>"']/g)?.join('');

  test.each(FIELDS.flatMap((field) => EVIL.map((evil) => [evil, ...field] as const)))(
    '%s in %s',
    async (evil, _, book, mail) => {
      const with_ = (text: string) => openMail([newsOfKind('RESCHEDULED', book(text))], mail(text));
      const [tampered, plain] = await Promise.all([with_(evil), with_('題')]);
      expect(marks(tampered.html)).toBe(marks(plain.html));
      expect(unescaped(tampered.html)).toContain(evil);
    },
  );

  test.each(['javascript:alert(1)', 'data:text/html,<b>', 'https://a.example/?a="><script>'])(
    '%s as the address of a cover or a shop page',
    async (address) => {
      const { html } = await openMail([
        newsOfKind('ON_SALE', { productUrl: address, coverUrl: address }),
      ]);
      expect(html).not.toMatch(/javascript:|data:|<script/);
      for (const [, url] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
        expect(url).toMatch(/^https:\/\/[^<>"\s]+$/);
      }
    },
  );
});

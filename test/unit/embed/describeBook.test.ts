import { describe, expect, it } from 'vitest';
import { describeBook, type Reading } from '../../../embed/src/describeBook.ts';
import type { EmbeddedBookFragment } from '../../../embed/src/generated/documents.ts';

type Release = EmbeddedBookFragment['release'];

const aRelease = (precision: Release['precision'], more: Partial<Release> = {}): Release => ({
  earliest: '2026-12-05',
  latest: '2026-12-05',
  precision,
  text: '',
  ...more,
});

const aBook = (more: Partial<EmbeddedBookFragment> = {}): EmbeddedBookFragment => ({
  id: 'isbn-9784000000000',
  isbn: '9784000000000',
  status: 'UPCOMING',
  title: '雪国の灯',
  volume: null,
  productUrl: null,
  release: aRelease('DAY'),
  ...more,
});

const here: Reading = {
  language: 'ja',
  site: 'https://shinkan.example',
  justSold: new Set(),
  year: 2026,
};
const inEnglish: Reading = { ...here, language: 'en' };
const sold = aBook({ status: 'ON_SALE', productUrl: 'https://shop.example/p/1' });

describe('describeBook', () => {
  it('describeBook says when a book comes out, and links to where a reader can subscribe', () => {
    expect(describeBook(aBook(), here)).toEqual({
      state: 'planned',
      status: '発売予定 12月5日',
      action: '発売を知らせて',
      href: 'https://shinkan.example/books/isbn-9784000000000',
    });
  });

  it('describeBook links to the site in the language of the shop’s page', () => {
    const { status, href } = describeBook(aBook(), inEnglish);
    expect(status).toBe('Due 5 December');
    expect(href).toBe('https://shinkan.example/en/books/isbn-9784000000000');
  });

  it('describeBook distinguishes a new sale from an earlier one, and links to the shop', () => {
    expect(describeBook(sold, here)).toMatchObject({ status: '発売中', action: '購入する' });
    expect(describeBook(sold, { ...here, justSold: new Set([sold.id]) })).toEqual({
      state: 'just-sold',
      status: '発売になりました',
      action: '購入する',
      href: 'https://shop.example/p/1',
    });
  });

  it.each([null, 'javascript:alert(1)'])(
    'describeBook links to our page if the shop’s address is %s',
    (productUrl) => {
      expect(describeBook({ ...sold, productUrl }, here)).toMatchObject({
        action: '本のページを見る',
        href: 'https://shinkan.example/books/isbn-9784000000000',
      });
    },
  );

  it('describeBook says that a book is cancelled or being confirmed', () => {
    expect(describeBook(aBook({ status: 'CANCELLED' }), here).status).toBe('発売中止');
    expect(describeBook(aBook({ status: 'UNCONFIRMED' }), here).status).toBe('発売予定を確認中');
  });
});

describe('the release date in describeBook', () => {
  const said = (release: Release, reading = here) =>
    describeBook(aBook({ release }), reading).status;
  const early = { earliest: '2027-01-01', latest: '2027-01-10', text: '2027年1月上旬' };

  it('the release date includes the year if it is another one', () => {
    const day = aRelease('DAY', { earliest: '2027-01-05', latest: '2027-01-05' });
    expect(said(day)).toBe('発売予定 2027年1月5日');
    expect(said(day, inEnglish)).toBe('Due 5 January 2027');
  });

  it('the release date is as vague as the partner’s wording, and in English as on the site', () => {
    expect(said(aRelease('THIRD', early))).toBe('発売予定 2027年1月上旬');
    expect(said(aRelease('THIRD', early), inEnglish)).toBe('Due early January 2027');
  });

  it('the release date may be open at one end, or not announced', () => {
    expect(said(aRelease('FROM', { latest: null }), inEnglish)).toBe('Due 5 December or later');
    expect(said(aRelease('UNTIL', { earliest: null }))).toBe('発売予定 12月5日まで');
    expect(said(aRelease('UNKNOWN', { earliest: null, latest: null }))).toBe('発売日未定');
  });
});

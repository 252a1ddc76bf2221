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

describe('the line of a book', () => {
  it('says when it comes, and leads to where one asks to be told', () => {
    expect(describeBook(aBook(), here)).toEqual({
      state: 'planned',
      status: '発売予定 12月5日',
      action: '発売を知らせて',
      href: 'https://shinkan.example/books/isbn-9784000000000',
    });
  });

  it('leads to the page in the language of the shop’s page', () => {
    const { status, href } = describeBook(aBook(), inEnglish);
    expect(status).toBe('Due 5 December');
    expect(href).toBe('https://shinkan.example/en/books/isbn-9784000000000');
  });

  it('tells what has just gone on sale from what was on sale before, and leads to the shop', () => {
    expect(describeBook(sold, here)).toMatchObject({ status: '発売中', action: '購入する' });
    expect(describeBook(sold, { ...here, justSold: new Set([sold.id]) })).toEqual({
      state: 'just-sold',
      status: '発売になりました',
      action: '購入する',
      href: 'https://shop.example/p/1',
    });
  });

  it.each([null, 'javascript:alert(1)'])(
    'leads to our page where the shop names %s',
    (productUrl) => {
      expect(describeBook({ ...sold, productUrl }, here)).toMatchObject({
        action: '本のページを見る',
        href: 'https://shinkan.example/books/isbn-9784000000000',
      });
    },
  );

  it('says that a book is cancelled, and that one is being confirmed', () => {
    expect(describeBook(aBook({ status: 'CANCELLED' }), here).status).toBe('発売中止');
    expect(describeBook(aBook({ status: 'UNCONFIRMED' }), here).status).toBe('発売予定を確認中');
  });
});

describe('the date in it', () => {
  const said = (release: Release, reading = here) =>
    describeBook(aBook({ release }), reading).status;
  const early = { earliest: '2027-01-01', latest: '2027-01-10', text: '2027年1月上旬' };

  it('names the year where it is another one', () => {
    const day = aRelease('DAY', { earliest: '2027-01-05', latest: '2027-01-05' });
    expect(said(day)).toBe('発売予定 2027年1月5日');
    expect(said(day, inEnglish)).toBe('Due 5 January 2027');
  });

  it('is as vague as the partner’s word, and as the site’s in English', () => {
    expect(said(aRelease('THIRD', early))).toBe('発売予定 2027年1月上旬');
    expect(said(aRelease('THIRD', early), inEnglish)).toBe('Due early January 2027');
  });

  it('may be open at one end, or not announced', () => {
    expect(said(aRelease('FROM', { latest: null }), inEnglish)).toBe('Due 5 December or later');
    expect(said(aRelease('UNTIL', { earliest: null }))).toBe('発売予定 12月5日まで');
    expect(said(aRelease('UNKNOWN', { earliest: null, latest: null }))).toBe('発売日未定');
  });
});

import type { Release } from '../../domain/release/release.ts';
import type { MailedBook } from '../../services/mail/reading/readBooks.ts';

/** A book as mails describe it. */
export function aMailedBook(more: Partial<MailedBook> = {}): MailedBook {
  return {
    id: 'isbn-9784999999002',
    title: '灯台守の算術',
    subtitle: '海辺の十二か月',
    volume: null,
    contributors: [
      { name: '汐見透子', roleText: '著' },
      { name: '北原新', roleText: null },
    ],
    publisher: '架空書房',
    priceWithTax: 1980,
    coverUrl: 'https://covers.example/a.jpg',
    productUrl: 'https://shop.example/products/9784999999002',
    status: 'UPCOMING',
    release: theDay('2026-12-10'),
    ...more,
  };
}

/** A release on this day. */
export function theDay(day: string): Release {
  return { earliest: day, latest: day, precision: 'DAY', text: day };
}

/** A release in the month of these days. */
export function theMonth(earliest: string, latest: string): Release {
  return { earliest, latest, precision: 'MONTH', text: earliest };
}

import type { PageBook } from '../../../../services/pages/readBook.ts';

/** A book as read for a page's head, announced for a day. */
export const aPageBook: PageBook = {
  id: 'isbn-9784000000017',
  isbn: '9784000000017',
  title: '雪国の灯',
  volume: null,
  edition: null,
  contributors: [{ name: '三田村遥', role: 'AUTHOR' }],
  publisher: '架空書房',
  series: [],
  priceWithTax: 1980,
  coverUrl: 'https://covers.example/1.jpg',
  productUrl: null,
  status: 'UPCOMING',
  onSaleAt: null,
  release: { earliest: '2026-12-05', latest: '2026-12-05', precision: 'DAY', text: '12/5' },
};

import {
  OnBookEventDocument,
  type OnBookEventSubscription,
} from '../../../client/src/generated/documents.ts';
import type { BookEvent } from '../../../resolvers/generated/schema.ts';

const release = {
  earliest: '2026-12-01',
  latest: '2026-12-10',
  precision: 'DAY' as const,
  text: '12月1日頃',
};

/** The deployed mutation's result for one event, with everything that it selects. */
export const published = {
  seq: '48213',
  kind: 'RESCHEDULED',
  bookId: 'bench-0000001',
  occurredAt: '2026-11-26T00:00:00.000Z',
  change: { from: { ...release, text: '11月20日頃' }, to: release },
  book: {
    id: 'bench-0000001',
    isbn: '9784000000014',
    title: '雪国の灯 上',
    subtitle: '海鳴りの物語',
    titleReading: 'ユキグニノヒ',
    volume: '1',
    edition: null,
    contributors: [
      {
        name: '青野 灯',
        reading: 'アオノ アカリ',
        role: 'AUTHOR',
        roleText: '著',
        contributor: null,
      },
    ],
    publisher: '青灯社',
    seller: '青灯社',
    label: '青灯文庫',
    series: [{ name: '雪国の灯', number: '1' }],
    seriesPlace: null,
    price: 1500,
    priceWithTax: 1650,
    setPrice: null,
    form: '文庫',
    pages: '320p',
    description: '雪に閉ざされた町で、ひとつの灯が消えずにいた。海鳴りの聞こえる夜に始まる物語。',
    coverUrl: 'https://covers.example/9784000000014.jpg',
    release,
    status: 'UPCOMING',
    announcedAt: '2026-11-25T00:00:00.000Z',
    onSaleAt: null,
    productUrl: null,
  },
} satisfies BookEvent;

const { announcedAt: _, ...shown } = published.book;
const whole: OnBookEventSubscription['onBookEvent'] = {
  ...published,
  book: { ...shown, subscribed: null },
};

export type Size = 'whole' | 'small';

/** A subscriber's selection, and the event it receives. */
export const subscriptions: { [size in Size]: { query: string; event: object | null } } = {
  /** The selection of the client of the shop's pages. */
  whole: {
    query: String(OnBookEventDocument),
    event: whole,
  },
  small: {
    query: 'subscription { onBookEvent { seq kind bookId occurredAt book { id isbn title } } }',
    event: {
      seq: published.seq,
      kind: published.kind,
      bookId: published.bookId,
      occurredAt: published.occurredAt,
      book: { id: published.book.id, isbn: published.book.isbn, title: published.book.title },
    },
  },
};

export const apiKey = 'da2-bench';

/** Who may publish. */
export const publisher = { accessKeyId: 'AKBENCH', secretAccessKey: 'bench' };

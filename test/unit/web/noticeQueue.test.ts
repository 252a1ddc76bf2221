import { describe, expect, it } from 'vitest';
import {
  addNotice,
  closeNotice,
  isGrouped,
  type NoticeQueue,
} from '../../../web/src/features/notice/noticeQueue.ts';

type Notice = NoticeQueue[number];

const aNotice = (id: string): Notice => ({
  id,
  isbn: null,
  title: id,
  subtitle: null,
  titleReading: null,
  volume: null,
  edition: null,
  contributors: [],
  publisher: null,
  seller: null,
  label: null,
  series: [],
  price: null,
  priceWithTax: null,
  setPrice: null,
  form: null,
  pages: null,
  description: null,
  coverUrl: null,
  release: { earliest: null, latest: null, precision: 'UNKNOWN', text: '' },
  status: 'ON_SALE',
  onSaleAt: null,
  productUrl: null,
  subscribed: null,
});

const queueOf = (...ids: string[]) =>
  ids.reduce<NoticeQueue>((queue, id) => addNotice(queue, aNotice(id)), []);

const ids = (queue: NoticeQueue) => queue.map(({ id }) => id);

describe('the queue of live notices', () => {
  it('keeps notices in the order in which the books went on sale', () => {
    expect(ids(queueOf('a', 'b'))).toEqual(['a', 'b']);
  });

  it('says each book once, however often the event arrives', () => {
    expect(ids(queueOf('a', 'a'))).toEqual(['a']);
  });

  it('keeps the others when one is closed', () => {
    expect(ids(closeNotice(queueOf('a', 'b', 'c'), 'b'))).toEqual(['a', 'c']);
  });

  it('groups more than three', () => {
    expect(isGrouped(queueOf('a', 'b', 'c'))).toBe(false);
    expect(isGrouped(queueOf('a', 'b', 'c', 'd'))).toBe(true);
  });
});

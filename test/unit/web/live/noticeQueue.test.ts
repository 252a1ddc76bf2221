import { describe, expect, it } from 'vitest';
import {
  addNotice,
  closeNotice,
  isGrouped,
  type Notice,
  type NoticeQueue,
} from '../../../../web/src/live/noticeQueue.ts';

const aNotice = (seq: number): Notice => ({
  seq: String(seq),
  book: {
    id: `b${seq}`,
    title: `b${seq}`,
    volume: null,
    contributors: [],
    publisher: null,
    label: null,
    coverUrl: null,
    status: 'ON_SALE',
    productUrl: null,
  },
});

const queueOf = (...seqs: number[]) =>
  seqs.reduce<NoticeQueue>((queue, seq) => addNotice(queue, aNotice(seq)), []);

const ids = (queue: NoticeQueue) => queue.map(({ book }) => book.id);

describe('the queue of live notices', () => {
  it('the queue orders notices by sale, whatever the order of their arrival', () => {
    expect(ids(queueOf(2, 10, 9))).toEqual(['b2', 'b9', 'b10']);
  });

  it('the queue holds each book once, however often the event arrives', () => {
    expect(ids(queueOf(1, 1))).toEqual(['b1']);
  });

  it('the queue keeps the others when one is closed', () => {
    expect(ids(closeNotice(queueOf(1, 2, 3), 'b2'))).toEqual(['b1', 'b3']);
  });

  it('the queue groups more than three notices', () => {
    expect(isGrouped(queueOf(1, 2, 3))).toBe(false);
    expect(isGrouped(queueOf(1, 2, 3, 4))).toBe(true);
  });
});

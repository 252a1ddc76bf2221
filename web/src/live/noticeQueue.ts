import type { NoticePartsFragment } from '../generated/documents.ts';

/** A book that went on sale, with the event that says so. */
export interface Notice {
  seq: string;
  book: NoticePartsFragment;
}

/** Unread notices, oldest first. */
export type NoticeQueue = readonly Notice[];

/** More notices than this are grouped into one. */
const MOST_CARDS = 3;

/** Inserts a notice in order; ignores it if the book already has one. */
export function addNotice(queue: NoticeQueue, notice: Notice): NoticeQueue {
  if (queue.some(({ book }) => book.id === notice.book.id)) return queue;
  const later = queue.findIndex(({ seq }) => BigInt(seq) > BigInt(notice.seq));
  return later < 0 ? [...queue, notice] : queue.toSpliced(later, 0, notice);
}

export function closeNotice(queue: NoticeQueue, bookId: string): NoticeQueue {
  return queue.filter(({ book }) => book.id !== bookId);
}

/** Whether the notices are grouped into one card instead of one card each. */
export function isGrouped(queue: NoticeQueue): boolean {
  return queue.length > MOST_CARDS;
}

import type { NoticePartsFragment } from '../generated/documents.ts';

/** A book that went on sale, by the event of the log that says so. */
export interface Notice {
  seq: string;
  book: NoticePartsFragment;
}

/** Notices that are not read yet, oldest first. */
export type NoticeQueue = readonly Notice[];

/** More than this many notices become one. */
const MOST_CARDS = 3;

/** Adds a notice at its place; a book that already has one gets no second. */
export function addNotice(queue: NoticeQueue, notice: Notice): NoticeQueue {
  if (queue.some(({ book }) => book.id === notice.book.id)) return queue;
  const later = queue.findIndex(({ seq }) => BigInt(seq) > BigInt(notice.seq));
  return later < 0 ? [...queue, notice] : queue.toSpliced(later, 0, notice);
}

export function closeNotice(queue: NoticeQueue, bookId: string): NoticeQueue {
  return queue.filter(({ book }) => book.id !== bookId);
}

/** Whether the notices stand as cards of their own or as one that lists them. */
export function isGrouped(queue: NoticeQueue): boolean {
  return queue.length > MOST_CARDS;
}

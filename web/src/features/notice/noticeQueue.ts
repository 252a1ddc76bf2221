import type { BookInEvent } from '../../live/createNews.ts';

/** Books that went on sale while the page was open and whose notices are not closed yet, oldest first. */
export type NoticeQueue = readonly BookInEvent[];

/** More than this many notices become one. */
const MOST_CARDS = 3;

/** Adds a notice; a book that already has one gets no second. */
export function addNotice(queue: NoticeQueue, book: BookInEvent): NoticeQueue {
  return queue.some(({ id }) => id === book.id) ? queue : [...queue, book];
}

export function closeNotice(queue: NoticeQueue, bookId: string): NoticeQueue {
  return queue.filter(({ id }) => id !== bookId);
}

/** Whether the notices stand as cards of their own or as one that lists them. */
export function isGrouped(queue: NoticeQueue): boolean {
  return queue.length > MOST_CARDS;
}

import type { SubscribeButtonPartsFragment } from '../../../generated/documents.ts';

/** Whether a book on the member's list is no longer on it: it stays in sight until the page is left. */
export function isTakenBack(book: SubscribeButtonPartsFragment): boolean {
  return book.subscribed === false;
}

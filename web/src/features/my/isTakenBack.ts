import type { SubscribeButtonPartsFragment } from '../../generated/documents.ts';

/** Whether a book on the member's list is no longer waited for; one on sale has nothing to take back. */
export function isTakenBack(book: SubscribeButtonPartsFragment): boolean {
  return book.subscribed === false && book.status !== 'ON_SALE';
}

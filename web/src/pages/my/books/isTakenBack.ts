import type { SubscribeButtonPartsFragment } from '../../../generated/documents.ts';

/**
 * Whether a listed book's subscription has been removed: it stays visible until the reader leaves.
 */
export function isTakenBack(book: SubscribeButtonPartsFragment): boolean {
  return book.subscribed === false;
}

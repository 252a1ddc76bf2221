import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../../domain/book/bookTitle.ts';
import type { SubscribeButtonPartsFragment } from '../../../generated/documents.ts';
import { useSubscribing } from '../../../parts/subscription/useSubscribing.ts';

interface RemoveButtonProps {
  book: SubscribeButtonPartsFragment;
  takenBack: boolean;
}

/** Removes a subscription, and restores it, for a book whose main button opens the shop. */
export function RemoveButton({ book, takenBack }: RemoveButtonProps) {
  const t = useTranslations('my');
  const subscribing = useSubscribing();
  return (
    <button
      type="button"
      className="plain-button"
      aria-label={`${t(takenBack ? 'undo' : 'remove')}: ${bookTitle(book)}`}
      onClick={() => subscribing(book.id, takenBack)}
    >
      {t(takenBack ? 'undo' : 'remove')}
    </button>
  );
}

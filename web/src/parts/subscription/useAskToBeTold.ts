import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import { shorten } from '../../../../domain/text/shorten.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import type { AskedBook } from '../sign-in/Asked.ts';
import { useSubscribing } from './useSubscribing.ts';

/**
 * Subscribes the member to a book, shows a message, since the button may be out of view, and offers
 * to undo it.
 */
export function useAskToBeTold(): (book: AskedBook) => Promise<void> {
  const t = useTranslations();
  const say = useSay();
  const subscribing = useSubscribing();

  async function takeBack(bookId: string) {
    if (await subscribing(bookId, false)) say(t('my.undone'));
  }

  return async ({ id, title, volume }) => {
    if (!(await subscribing(id, true))) return;
    say(t('subscribe.done', { title: bookTitle({ title: shorten(title, LONGEST), volume }) }), {
      action: { label: t('my.undo'), run: () => void takeBack(id) },
      untilOnSale: id,
    });
  };
}

/** The length of a title that fits on the message card. */
const LONGEST = 28;

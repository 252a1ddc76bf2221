import { useTranslations } from 'use-intl/react';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import { useSubscribing } from './useSubscribing.ts';

/** Subscribes the member to a book, says so where the button may be out of sight, and offers to undo it. */
export function useAskToBeTold(): (book: { id: string; title: string }) => Promise<void> {
  const t = useTranslations();
  const say = useSay();
  const subscribing = useSubscribing();

  async function takeBack(bookId: string) {
    if (await subscribing(bookId, false)) say(t('my.undone'));
  }

  return async ({ id, title }) => {
    if (!(await subscribing(id, true))) return;
    say(t('subscribe.done', { title: shorten(title) }), {
      label: t('my.undo'),
      run: () => void takeBack(id),
    });
  };
}

/** The card of a sentence has room for so much of a title. */
const LONGEST = 28;

function shorten(title: string): string {
  const characters = [...title];
  return characters.length <= LONGEST ? title : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

import { useApolloClient } from '@apollo/client/react';
import { useLocale, useTranslations } from 'use-intl/react';
import { SubscribeToBookDocument, UnsubscribeFromBookDocument } from '../../generated/documents.ts';
import { useLive } from '../../live/LiveContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import { wordingIn } from './wordingIn.ts';

/** Subscribes a member to a book or takes it back: shown at once, undone where it fails. */
export function useSubscribing(): (bookId: string, wanted: boolean) => Promise<boolean> {
  const client = useApolloClient();
  const live = useLive();
  const say = useSay();
  const t = useTranslations('subscribe');
  const locale = useLocale();

  function show(bookId: string, subscribed: boolean): void {
    const id = client.cache.identify({ __typename: 'Book', id: bookId });
    if (id) client.cache.modify({ id, fields: { subscribed: () => subscribed } });
  }

  return async (bookId, wanted) => {
    show(bookId, wanted);
    live.setSubscribed(bookId, wanted);
    try {
      await (wanted
        ? client.mutate({
            mutation: SubscribeToBookDocument,
            variables: { bookId, wording: wordingIn(locale) },
          })
        : client.mutate({ mutation: UnsubscribeFromBookDocument, variables: { bookId } }));
      return true;
    } catch (error) {
      console.error(error);
      show(bookId, !wanted);
      live.setSubscribed(bookId, !wanted);
      say(t('failed'));
      return false;
    }
  };
}

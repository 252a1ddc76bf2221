import { useApolloClient } from '@apollo/client/react';
import { useLocale, useTranslations } from 'use-intl/react';
import { useSession } from '../../auth/SessionContext.ts';
import { SubscribeToBookDocument, UnsubscribeFromBookDocument } from '../../generated/documents.ts';
import { useLive } from '../../live/LiveContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import { inTurn, isQuiet } from './inTurn.ts';
import { wordingIn } from './wordingIn.ts';

/**
 * Subscribes a member to a book or takes it back: shown at once, undone where it fails. What is asked of
 * one book is sent one after the other, so that the last press decides.
 */
export function useSubscribing(): (bookId: string, wanted: boolean) => Promise<boolean> {
  const client = useApolloClient();
  const live = useLive();
  const session = useSession();
  const say = useSay();
  const t = useTranslations('subscribe');
  const locale = useLocale();

  function show(bookId: string, subscribed: boolean): void {
    const id = client.cache.identify({ __typename: 'Book', id: bookId });
    if (id) client.cache.modify({ id, fields: { subscribed: () => subscribed } });
  }

  function send(bookId: string, wanted: boolean): Promise<unknown> {
    if (!wanted) {
      return client.mutate({ mutation: UnsubscribeFromBookDocument, variables: { bookId } });
    }
    const variables = { bookId, wording: wordingIn(locale) };
    return client.mutate({ mutation: SubscribeToBookDocument, variables });
  }

  return async (bookId, wanted) => {
    show(bookId, wanted);
    live.setSubscribed(bookId, wanted);
    try {
      await inTurn(bookId, () => send(bookId, wanted));
      return true;
    } catch (error) {
      console.error(error);
      // A later press that is still to be sent shows what it wants by itself.
      if (isQuiet(bookId)) {
        show(bookId, !wanted);
        live.setSubscribed(bookId, !wanted);
      }
      // That the session has ended is said by itself, and no connection is to blame.
      if (session.ended() === null) say(t('failed'));
      return false;
    }
  };
}

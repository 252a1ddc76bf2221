import type { ApolloClient } from '@apollo/client';
import { useLocale, useTranslations } from 'use-intl/react';
import { CURRENT_CONSENT } from '../../../../domain/consent/consentWordings.ts';
import { inTurn, isQuiet } from '../../lib/inTurn.ts';
import { useSession } from '../../lib/session/SessionContext.ts';
import { useStage } from '../../stage/StageContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';

/**
 * Subscribes a member to a book or takes it back: shown at once, undone where it fails. What is asked of
 * one book is sent one after the other, so that the last press decides.
 */
export function useSubscribing(): (bookId: string, wanted: boolean) => Promise<boolean> {
  const stage = useStage();
  const session = useSession();
  const say = useSay();
  const t = useTranslations('subscribe');
  const locale = useLocale();

  function show(client: ApolloClient, bookId: string, subscribed: boolean): void {
    const id = client.cache.identify({ __typename: 'Book', id: bookId });
    if (id) client.cache.modify({ id, fields: { subscribed: () => subscribed } });
  }

  return async (bookId, wanted) => {
    // A press that comes before the rest of the page is carried out as soon as that is there.
    const [{ client, live }, { sendWish }] = await Promise.all([
      stage.tools(),
      import('./sendWish.ts'),
    ]);
    show(client, bookId, wanted);
    live.setSubscribed(bookId, wanted);
    try {
      await inTurn(bookId, () =>
        sendWish(client, { bookId, wanted, wording: CURRENT_CONSENT[locale] }),
      );
      return true;
    } catch (error) {
      console.error(error);
      // A later press that is still to be sent shows what it wants by itself.
      if (isQuiet(bookId)) {
        show(client, bookId, !wanted);
        live.setSubscribed(bookId, !wanted);
      }
      // That the session has ended is said by itself, and no connection is to blame.
      if (session.ended() === null) say(t('failed'));
      return false;
    }
  };
}

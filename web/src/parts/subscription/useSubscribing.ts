import type { ApolloClient } from '@apollo/client';
import { useLocale, useTranslations } from 'use-intl/react';
import { CURRENT_CONSENT } from '../../../../domain/consent/consentWordings.ts';
import { inTurn, isQuiet } from '../../lib/inTurn.ts';
import { useSession } from '../../lib/session/SessionContext.ts';
import { useStage } from '../../stage/StageContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';

/**
 * Subscribes the member to a book or unsubscribes them: shown at once, reverted on failure.
 * Requests for one book are sent one after the other, so that the last press wins.
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
    // A press before the rest of the page has loaded is carried out once it has.
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
      // A later pending press shows its own value.
      if (isQuiet(bookId)) {
        show(client, bookId, !wanted);
        live.setSubscribed(bookId, !wanted);
      }
      // The end of the session is reported separately and is not a connection problem.
      if (session.ended() === null) say(t('failed'));
      return false;
    }
  };
}

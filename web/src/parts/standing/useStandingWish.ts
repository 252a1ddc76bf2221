import { useApolloClient } from '@apollo/client/react';
import { useLocale, useTranslations } from 'use-intl/react';
import { CURRENT_STANDING_CONSENT } from '../../../../domain/consent/standingConsentWordings.ts';
import type { ContributorRole } from '../../generated/documents.ts';
import { renewSubscribed } from '../../lib/api/renewSubscribed.ts';
import { inTurn } from '../../lib/inTurn.ts';
import { useSession } from '../../lib/session/SessionContext.ts';
import { useStage } from '../../stage/StageContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import type { NewsSource } from '../sign-in/Asked.ts';
import { beginStanding, endStanding } from './sendStandingWish.ts';

/**
 * Starts or changes a standing subscription with these roles, or ends it with null: shown at once,
 * reverted on failure, one request after the other. Resolves to whether it succeeded.
 */
export function useStandingWish(): (
  awaited: NewsSource,
  wanted: { roles: ContributorRole[] } | null,
) => Promise<boolean> {
  const client = useApolloClient();
  const stage = useStage();
  const session = useSession();
  const say = useSay();
  const t = useTranslations('standing');
  const wording = CURRENT_STANDING_CONSENT[useLocale()];

  return async (awaited, wanted) => {
    try {
      await inTurn(`standing ${awaited.id}`, () =>
        wanted === null
          ? endStanding(client, awaited)
          : beginStanding(client, awaited, { ...wanted, wording }),
      );
    } catch (error) {
      console.error(error);
      // The end of the session is reported separately.
      if (session.ended() === null) say(t('failed'));
      return false;
    }
    // It also adds or removes books that are announced already.
    const { live } = await stage.tools();
    live.renewSubscribed();
    await renewSubscribed(client).catch(console.info);
    return true;
  };
}

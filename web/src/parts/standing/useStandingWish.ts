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
 * Has a member wait for a contributor in these roles or for a series, or, with null, no longer: shown at
 * once, undone where it fails, and one wish after the other. Gives whether it was carried out.
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
      // That the session has ended is said by itself.
      if (session.ended() === null) say(t('failed'));
      return false;
    }
    // Their books that are announced already come and go with it.
    const { live } = await stage.tools();
    live.renewSubscribed();
    await renewSubscribed(client).catch(console.info);
    return true;
  };
}

import { useApolloClient } from '@apollo/client/react';
import { useLocale, useTranslations } from 'use-intl/react';
import { renewSubscribed } from '../../api/renewSubscribed.ts';
import { useSession } from '../../auth/SessionContext.ts';
import { useStage } from '../../stage/StageContext.ts';
import { useSay } from '../feedback/FeedbackProvider.tsx';
import { inTurn } from '../subscription/inTurn.ts';
import { type RoleChoice, rolesOf } from './roles.ts';
import { type Awaited, beginStanding, endStanding } from './sendStandingWish.ts';
import { standingWordingIn } from './standingWordingIn.ts';

/**
 * Has a member wait for a contributor or a series in the roles of a choice, or, with null, no longer:
 * shown at once, undone where it fails, and one wish after the other. Gives whether it was carried out.
 */
export function useStandingWish(): (
  awaited: Awaited,
  choice: RoleChoice | null,
) => Promise<boolean> {
  const client = useApolloClient();
  const stage = useStage();
  const session = useSession();
  const say = useSay();
  const t = useTranslations('standing');
  const wording = standingWordingIn(useLocale());

  return async (awaited, choice) => {
    try {
      await inTurn(`standing ${awaited.id}`, () =>
        choice === null
          ? endStanding(client, awaited)
          : beginStanding(client, awaited, { roles: rolesOf(choice), wording }),
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

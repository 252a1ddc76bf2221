import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import type { NewsSource, RoleChoice } from '../sign-in/Asked.ts';
import { useSignIn } from '../sign-in/SignInContext.ts';
import { RolesField } from './RolesField.tsx';
import { choiceOf, rolesOf } from './roles.ts';
import { StandingConsent } from './StandingConsent.tsx';
import { useAskForNews } from './useAskForNews.ts';
import { useStanding } from './useStanding.ts';
import { useStandingWish } from './useStandingWish.ts';
import '../subscription/subscribe.css';
import './standing.css';

/**
 * The button for a standing subscription to a contributor or series; also shows that it is active.
 */
export function StandingButton({ awaited, titleId }: { awaited: NewsSource; titleId: string }) {
  const t = useTranslations('standing');
  const hintId = useId();
  const signedIn = useSessionState() === 'signedIn';
  const standing = useStanding(awaited.kind, awaited.id);
  const wish = useStandingWish();
  const askForNews = useAskForNews();
  const signIn = useSignIn();
  const [isAsking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<RoleChoice>('works');
  const choice = standing ? choiceOf(standing.roles) : chosen;

  function press(): void {
    if (!signedIn) signIn.open({ ...awaited, choice });
    else if (standing !== undefined) wish(awaited, standing ? null : { roles: rolesOf(choice) });
    else if (!isAsking) {
      setAsking(true);
      askForNews({ ...awaited, choice }).finally(() => setAsking(false));
    }
  }

  function choose(next: RoleChoice): void {
    setChosen(next);
    if (standing) wish(awaited, { roles: rolesOf(next) });
  }

  return (
    <div className="standing">
      <span className="subscribe">
        <button
          type="button"
          className={standing ? 'subscribe__button subscribe__button--asked' : 'subscribe__button'}
          aria-describedby={`${titleId} ${hintId}`}
          aria-busy={signIn.isOpening || isAsking || standing === undefined}
          onClick={press}
        >
          {t(standing ? 'asked' : 'ask')}
        </button>
        <span id={hintId} hidden>
          {t(standing ? 'askedHint' : 'askHint')}
        </span>
      </span>
      {awaited.kind === 'CONTRIBUTOR' && <RolesField choice={choice} onChange={choose} />}
      <StandingConsent />
    </div>
  );
}

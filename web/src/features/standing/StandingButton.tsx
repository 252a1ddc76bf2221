import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../auth/SessionContext.ts';
import { useSignIn } from '../sign-in/SignInContext.ts';
import { RolesField } from './RolesField.tsx';
import { choiceOf, type RoleChoice } from './roles.ts';
import { StandingConsent } from './StandingConsent.tsx';
import type { Awaited } from './sendStandingWish.ts';
import { useStanding } from './useStanding.ts';
import { useStandingWish } from './useStandingWish.ts';
import '../subscription/subscribe.css';
import './standing.css';

/** Asks to be told of new books by a contributor, or of a series, and says that we will. */
export function StandingButton({ awaited, titleId }: { awaited: Awaited; titleId: string }) {
  const t = useTranslations('standing');
  const hintId = useId();
  const signedIn = useSessionState() === 'signedIn';
  const standing = useStanding(awaited.kind, awaited.id);
  const wish = useStandingWish();
  const signIn = useSignIn();
  const [chosen, setChosen] = useState<RoleChoice>('works');
  const choice = standing ? choiceOf(standing.roles) : chosen;

  function press(): void {
    if (signedIn) wish(awaited, standing ? null : choice);
    else signIn.open({ ...awaited, choice });
  }

  function choose(next: RoleChoice): void {
    setChosen(next);
    if (standing) wish(awaited, next);
  }

  return (
    <div className="standing">
      <span className="subscribe">
        <button
          type="button"
          className={standing ? 'subscribe__button subscribe__button--asked' : 'subscribe__button'}
          aria-describedby={`${titleId} ${hintId}`}
          aria-busy={signIn.isOpening}
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

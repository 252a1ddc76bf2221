import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSessionEnd } from '../../lib/session/SessionContext.ts';
import { SignInLink } from '../../parts/sign-in/SignInLink.tsx';
import './session-ended.css';

/**
 * Says why the member is no longer signed in, if that did not happen on this page. The live region
 * is always present, so that screen readers announce its content. The page itself stays, since
 * anyone may read it.
 */
export function SessionEnded() {
  const t = useTranslations();
  const ended = useSessionEnd();
  const location = useLocation();
  const [closed, setClosed] = useState(false);
  useEffect(() => {
    if (ended === null) setClosed(false);
  }, [ended]);
  const isShown = !closed && (ended === 'expired' || ended === 'elsewhere');
  return (
    <div className="session-ended" role="status">
      {isShown && (
        <div className="session-ended__card">
          <p>{t(`session.${ended}`)}</p>
          {location.pathname !== '/sign-in' && <SignInLink />}
          <button type="button" className="plain-button" onClick={() => setClosed(true)}>
            {t('site.close')}
          </button>
        </div>
      )}
    </div>
  );
}

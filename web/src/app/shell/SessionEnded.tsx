import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSessionEnd } from '../../lib/session/SessionContext.ts';
import { SignInLink } from '../../parts/sign-in/SignInLink.tsx';
import './session-ended.css';

/**
 * Says why nobody is signed in any more where that was not done on this page. The region is always
 * there, so that what enters it is spoken; the page stays as it is, for everybody may read it.
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

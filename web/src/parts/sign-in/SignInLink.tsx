import type { MouseEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSignIn } from './SignInContext.ts';
import { signInAddress } from './signInAddress.ts';

/** Opens the sign-in: over this page on a plain click, as a page in a new tab. */
export function SignInLink({ className }: { className?: string }) {
  const t = useTranslations('site');
  const location = useLocation();
  const { open, isOpening } = useSignIn();

  function press(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  }

  return (
    <Link
      className={className}
      to={signInAddress(location)}
      onClick={press}
      aria-haspopup="dialog"
      aria-busy={isOpening}
    >
      {t('signIn')}
    </Link>
  );
}

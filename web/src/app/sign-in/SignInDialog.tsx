import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import type { Asked } from '../../parts/sign-in/Asked.ts';
import { SignInForm } from '../../parts/sign-in/SignInForm.tsx';
import { useSigningIn } from '../../parts/sign-in/useSigningIn.ts';
import { StandingConsent } from '../../parts/standing/StandingConsent.tsx';
import { useAskForNews } from '../../parts/standing/useAskForNews.ts';
import { ConsentWords } from '../../parts/subscription/ConsentNote.tsx';
import { useAskToBeTold } from '../../parts/subscription/useAskToBeTold.ts';
import '../../parts/sign-in/sign-in.css';
import './sign-in-dialog.css';

export interface SignInDialogProps {
  /** The request to continue with after signing in; null for a plain sign-in. */
  asked: Asked | null;
  onClose: () => void;
}

/**
 * The sign-in dialog over the current page. The browser traps the focus inside and restores it on
 * closing. The consent text beside the button says what pressing it means.
 */
export function SignInDialog({ asked, onClose }: SignInDialogProps) {
  const t = useTranslations();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const askForBook = useAskToBeTold();
  const askForNews = useAskForNews();
  const signedIn = useSessionState() === 'signedIn';
  const { busy, problem, signIn } = useSigningIn(async () => {
    // If the dialog has been closed meanwhile, the member is signed in but nothing was requested.
    const isOpen = dialog.current?.open === true;
    dialog.current?.close();
    if (asked && isOpen) await carryOut(asked);
  });

  const carryOut = (wish: Asked) => ('kind' in wish ? askForNews(wish) : askForBook(wish));
  const isOfNews = asked !== null && 'kind' in asked;

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  // Signed in from another tab.
  useEffect(() => {
    if (signedIn && !busy) dialog.current?.close();
  }, [signedIn, busy]);

  function closed() {
    // The element that opened the dialog may be gone, such as the sign-in link; the focus is then
    // still in the dialog.
    const at = document.activeElement;
    if (at === document.body || dialog.current?.contains(at)) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    onClose();
  }

  return (
    <dialog ref={dialog} className="sign-in-dialog" aria-labelledby={titleId} onClose={closed}>
      <h2 id={titleId}>
        {t(isOfNews ? 'signIn.titleNews' : asked ? 'signIn.titleAsk' : 'signIn.title')}
      </h2>
      {asked && (
        <p className="sign-in-dialog__book" lang="ja">
          {'kind' in asked ? asked.name : bookTitle(asked)}
        </p>
      )}
      <p>{t('signIn.lead')}</p>
      <SignInForm
        busy={busy}
        problem={problem}
        onSubmit={signIn}
        label={asked ? t('signIn.submitAsk') : undefined}
        note={asked && (isOfNews ? <StandingConsent /> : <ConsentWords />)}
      />
      <button
        type="button"
        className="plain-button sign-in-dialog__close"
        onClick={() => dialog.current?.close()}
      >
        {t('site.close')}
      </button>
    </dialog>
  );
}

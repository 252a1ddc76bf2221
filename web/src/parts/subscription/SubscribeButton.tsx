import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { SubscribeButtonPartsFragment } from '../../generated/documents.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { useSignIn } from '../sign-in/SignInContext.ts';
import { useSubscribing } from './useSubscribing.ts';
import './subscribe.css';

interface SubscribeButtonProps {
  book: SubscribeButtonPartsFragment;
  titleId: string;
  /** Replaces the usual label for subscribing. */
  askLabel?: string | undefined;
}

/**
 * Subscribes, shows that the member is subscribed, or links to the shop; always in the same place
 * and size.
 */
export function SubscribeButton({ book, titleId, askLabel }: SubscribeButtonProps) {
  const t = useTranslations('subscribe');
  const hintId = useId();
  const subscribing = useSubscribing();
  const signIn = useSignIn();
  const signedIn = useSessionState() === 'signedIn';
  const asked = signedIn && book.subscribed === true;

  if (book.status === 'ON_SALE') return <BuyLink book={book} titleId={titleId} />;
  // A subscription to a cancelled book can be removed and restored, but not newly created.
  if (book.status === 'CANCELLED' && !asked && askLabel === undefined)
    return <span className="subscribe" />;

  function press() {
    if (signedIn) subscribing(book.id, !asked);
    else signIn.open(book);
  }

  return (
    <span className="subscribe">
      <button
        type="button"
        className={asked ? 'subscribe__button subscribe__button--asked' : 'subscribe__button'}
        aria-describedby={`${titleId} ${hintId}`}
        aria-busy={signIn.isOpening}
        onClick={press}
      >
        {asked ? t('asked') : (askLabel ?? t('ask'))}
      </button>
      <span id={hintId} hidden>
        {asked ? t('askedHint') : t('askHint')}
      </span>
    </span>
  );
}

function BuyLink({ book, titleId }: SubscribeButtonProps) {
  const t = useTranslations('subscribe');
  if (!book.productUrl) return <span className="subscribe subscribe__word">{t('onSale')}</span>;
  return (
    <span className="subscribe">
      <a
        className="subscribe__button subscribe__button--buy"
        href={book.productUrl}
        aria-describedby={titleId}
      >
        {t('buy')}
      </a>
    </span>
  );
}

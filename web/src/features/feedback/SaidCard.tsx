import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useNotices } from '../../live/LiveContext.ts';
import { useSaid } from './FeedbackProvider.tsx';

/** How long a sentence stays that nobody points at. What it says is also to be seen where it was done. */
const STAYS_MS = 10_000;

/**
 * What was said last. It leaves by itself after a while, with the page that it was said on, and when it is
 * no longer true; not under a reader's hands. The region is always there, so that what enters it is spoken.
 */
export function SaidCard() {
  const t = useTranslations('site');
  const { said, close } = useSaid();
  const { pathname } = useLocation();
  const card = useRef<HTMLDivElement>(null);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const isHeld = isPointedAt || hasFocus;
  const sold = useNotices().some(({ book }) => book.id === said?.untilOnSale);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a page is left
  useEffect(() => close, [pathname, close]);

  useEffect(() => {
    if (sold) close();
  }, [sold, close]);

  useEffect(() => {
    if (said === null || isHeld) return undefined;
    const timer = setTimeout(close, STAYS_MS);
    return () => clearTimeout(timer);
  }, [said, isHeld, close]);

  /** Leaves whoever uses keys where they read. */
  function leave(): void {
    if (card.current?.contains(document.activeElement)) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    setIsPointedAt(false);
    setHasFocus(false);
    close();
  }

  function act(): void {
    leave();
    said?.action?.run();
  }

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) =>
    setHasFocus(currentTarget.contains(relatedTarget));

  return (
    <div className="feedback" role="status">
      {said && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at it.
        <div
          ref={card}
          className="feedback__card"
          onPointerEnter={() => setIsPointedAt(true)}
          onPointerLeave={() => setIsPointedAt(false)}
          onFocus={() => setHasFocus(true)}
          onBlur={onBlur}
        >
          <p>{said.message}</p>
          {said.action && (
            <button type="button" className="plain-button" onClick={act}>
              {said.action.label}
            </button>
          )}
          <button type="button" className="plain-button" onClick={leave}>
            {t('close')}
          </button>
        </div>
      )}
    </div>
  );
}

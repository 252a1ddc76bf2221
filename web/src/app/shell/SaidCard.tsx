import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { type Said, useSaid } from '../../parts/feedback/FeedbackProvider.tsx';
import { useNotices } from '../../stage/LiveContext.ts';

/** How long a message stays. Its content is also visible where the action happened. */
const STAYS_MS = 10_000;

/**
 * Shows the latest message. It disappears on navigation, or when it is no longer true. The live
 * region is always present, so that screen readers announce its content.
 */
export function SaidCard() {
  const { said, close } = useSaid();
  const { pathname } = useLocation();
  const isSold = useNotices().some(({ book }) => book.id === said?.untilOnSale);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a page is left
  useEffect(() => close, [pathname, close]);

  useEffect(() => {
    if (isSold) close();
  }, [isSold, close]);

  return (
    <div className="feedback" role="status">
      {said && <Card said={said} onClose={close} />}
    </div>
  );
}

/** Closes itself after a while, or a while later if the reader points at it or focuses it. */
function Card({ said, onClose }: { said: Said; onClose: () => void }) {
  const t = useTranslations('site');
  const card = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the next sentence has its own time
  useEffect(() => {
    const timer = setInterval(() => {
      if (!card.current?.matches(':hover, :focus-within')) onClose();
    }, STAYS_MS);
    return () => clearInterval(timer);
  }, [said, onClose]);

  /** Returns a keyboard user's focus to where they were reading. */
  function leave(): void {
    if (card.current?.contains(document.activeElement)) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    onClose();
  }

  function act(): void {
    leave();
    said.action?.run();
  }

  return (
    <div ref={card} className="feedback__card">
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
  );
}

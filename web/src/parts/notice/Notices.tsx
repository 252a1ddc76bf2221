import { type KeyboardEvent, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { isGrouped } from '../../live/noticeQueue.ts';
import { useLive, useNotices } from '../../stage/LiveContext.ts';
import { NoticeCard } from './NoticeCard.tsx';
import { NoticeGroup } from './NoticeGroup.tsx';
import { useSystemNotices } from './useSystemNotices.ts';
import './notice.css';

/**
 * The live notices. The live region is always present, so that screen readers announce its content.
 */
export default function Notices() {
  const t = useTranslations('notice');
  const live = useLive();
  const notices = useNotices();
  const list = useRef<HTMLDivElement>(null);
  useSystemNotices(notices);

  /**
   * Closes a notice and moves a keyboard user's focus to the next one, or else back to where they
   * were reading.
   */
  function close(what: () => void): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) =>
      button.closest('article')?.contains(document.activeElement),
    );
    what();
    if (at < 0) return;
    const next = buttons[at + 1] ?? buttons[at - 1] ?? document.getElementById('main');
    next?.focus({ preventScroll: true });
  }

  function onKeyDown({ key, target }: KeyboardEvent): void {
    if (key !== 'Escape' || !(target instanceof Element)) return;
    target.closest('article')?.querySelector('button')?.click();
  }

  return (
    <section className="notices" aria-label={t('region')}>
      <div
        ref={list}
        role="status"
        aria-live="polite"
        aria-atomic="false"
        className="notices__list"
        onKeyDown={onKeyDown}
      >
        {isGrouped(notices) ? (
          <NoticeGroup
            notices={notices}
            onFollow={(bookId) => live?.closeNotice(bookId)}
            onClose={() => close(() => live?.closeAllNotices())}
          />
        ) : (
          notices.map(({ book }) => (
            <NoticeCard
              key={book.id}
              book={book}
              onFollow={() => live?.closeNotice(book.id)}
              onClose={() => close(() => live?.closeNotice(book.id))}
            />
          ))
        )}
      </div>
    </section>
  );
}

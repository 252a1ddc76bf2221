import { useTranslations } from 'use-intl/react';
import { useLive, useNotices } from '../../live/LiveContext.ts';
import { NoticeCard } from './NoticeCard.tsx';
import { NoticeGroup } from './NoticeGroup.tsx';
import { isGrouped } from './noticeQueue.ts';
import './notice.css';

/** The live notices. The region is always there, so that what enters it is spoken. */
export default function Notices() {
  const t = useTranslations('notice');
  const live = useLive();
  const notices = useNotices();
  return (
    <section className="notices" aria-label={t('region')}>
      <div role="status" aria-live="polite" aria-atomic="false" className="notices__list">
        {isGrouped(notices) ? (
          <NoticeGroup books={notices} onClose={() => live?.closeAllNotices()} />
        ) : (
          notices.map((book) => (
            <NoticeCard key={book.id} book={book} onClose={() => live?.closeNotice(book.id)} />
          ))
        )}
      </div>
    </section>
  );
}

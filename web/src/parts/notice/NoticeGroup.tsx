import { useTranslations } from 'use-intl/react';
import type { NoticeQueue } from '../../live/noticeQueue.ts';
import { CloseNotice } from './CloseNotice.tsx';
import { GroupedNotice } from './GroupedNotice.tsx';

interface NoticeGroupProps {
  notices: NoticeQueue;
  onFollow: (bookId: string) => void;
  onClose: () => void;
}

/** Many books that went on sale, in one notice. */
export function NoticeGroup({ notices, onFollow, onClose }: NoticeGroupProps) {
  const t = useTranslations('notice');
  return (
    <article className="notice notice--group" aria-label={t('group', { count: notices.length })}>
      <div className="notice__words">
        <p className="notice__news">{t('group', { count: notices.length })}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users scroll it with the keys. */}
        <ul className="notice__books" tabIndex={0} aria-label={t('books')}>
          {notices.map(({ book }) => (
            <GroupedNotice key={book.id} book={book} onFollow={() => onFollow(book.id)} />
          ))}
        </ul>
      </div>
      <CloseNotice label={t('closeAll')} onClose={onClose} />
    </article>
  );
}

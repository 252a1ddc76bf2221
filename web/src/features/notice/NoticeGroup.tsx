import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../book/bookTitle.ts';
import { CloseNotice } from './CloseNotice.tsx';
import { following } from './following.ts';
import type { NoticeQueue } from './noticeQueue.ts';

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
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses keys scrolls it by them. */}
        <ul className="notice__books" tabIndex={0} aria-label={t('books')}>
          {notices.map(({ book }) => {
            const follow = following(() => onFollow(book.id));
            return (
              <li key={book.id}>
                <Link to={`/books/${book.id}`} lang="ja" {...follow}>
                  <span className="notice__book">{bookTitle(book)}</span>
                </Link>
                {book.productUrl && (
                  <a
                    href={book.productUrl}
                    aria-label={t('buyOne', { title: bookTitle(book) })}
                    {...follow}
                  >
                    {t('buy')}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <CloseNotice label={t('closeAll')} onClose={onClose} />
    </article>
  );
}

import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { NoticeQueue } from './noticeQueue.ts';

/** Many books that went on sale together, in one notice. */
export function NoticeGroup({ books, onClose }: { books: NoticeQueue; onClose: () => void }) {
  const t = useTranslations('notice');
  return (
    <article className="notice notice--group">
      <div className="notice__words">
        <p className="notice__news">{t('group', { count: books.length })}</p>
        <ul className="notice__books">
          {books.map((book) => (
            <li key={book.id}>
              <Link to={`/books/${book.id}`} lang="ja">
                {book.title} {book.volume}
              </Link>
              {book.productUrl && <a href={book.productUrl}>{t('buy')}</a>}
            </li>
          ))}
        </ul>
      </div>
      <button type="button" className="notice__close" aria-label={t('closeAll')} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </article>
  );
}

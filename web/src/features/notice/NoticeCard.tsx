import { useId } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { BookInEvent } from '../../live/createNews.ts';
import { Cover } from '../cover/Cover.tsx';

/** Says that one book is on sale now and leads to the shop. Stays until it is closed. */
export function NoticeCard({ book, onClose }: { book: BookInEvent; onClose: () => void }) {
  const t = useTranslations('notice');
  const titleId = useId();
  const title = book.volume ? `${book.title} ${book.volume}` : book.title;
  return (
    <article className="notice" aria-labelledby={titleId}>
      <Cover book={book} size="card" decorative />
      <div className="notice__words">
        <p id={titleId} className="notice__title" lang="ja">
          {title}
        </p>
        <p className="notice__news">{t('onSale')}</p>
        {book.productUrl ? (
          <a className="button button--main" href={book.productUrl} aria-describedby={titleId}>
            {t('buy')}
          </a>
        ) : (
          <Link className="button" to={`/books/${book.id}`} aria-describedby={titleId}>
            {t('see')}
          </Link>
        )}
      </div>
      <button
        type="button"
        className="notice__close"
        aria-label={t('close', { title })}
        onClick={onClose}
      >
        <span aria-hidden="true">×</span>
      </button>
    </article>
  );
}

import { useId } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import type { NoticePartsFragment } from '../../generated/documents.ts';
import { Cover } from '../cover/Cover.tsx';
import { Why } from '../subscription/Why.tsx';
import { CloseNotice } from './CloseNotice.tsx';
import { following } from './following.ts';
import { useWhy } from './useWhy.ts';

interface NoticeCardProps {
  book: NoticePartsFragment;
  /** Called when the member follows the notice's link. */
  onFollow: () => void;
  onClose: () => void;
}

/** Says that one book is on sale now and links to the shop. Stays until it is read. */
export function NoticeCard({ book, onFollow, onClose }: NoticeCardProps) {
  const t = useTranslations('notice');
  const titleId = useId();
  const why = useWhy(book.id);
  const title = bookTitle(book);
  const follow = { 'aria-describedby': titleId, ...following(onFollow) };
  return (
    <article className="notice" aria-labelledby={titleId}>
      <Cover book={book} size="card" decorative />
      <div className="notice__words">
        <p className="notice__news">{t('onSale')}</p>
        <Why reasons={why} />
        <p id={titleId} className="notice__title" lang="ja">
          {title}
        </p>
        {book.productUrl ? (
          <a className="button button--main" href={book.productUrl} {...follow}>
            {t('buy')}
          </a>
        ) : (
          <Link className="button" to={`/books/${book.id}`} {...follow}>
            {t('see')}
          </Link>
        )}
      </div>
      <CloseNotice label={t('close', { title })} onClose={onClose} />
    </article>
  );
}

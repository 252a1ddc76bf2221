import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import type { NoticePartsFragment } from '../../generated/documents.ts';
import { Why } from '../subscription/Why.tsx';
import { following } from './following.ts';
import { useWhy } from './useWhy.ts';

/** One of many books that went on sale, with the reasons for the notice. */
export function GroupedNotice({
  book,
  onFollow,
}: {
  book: NoticePartsFragment;
  onFollow: () => void;
}) {
  const t = useTranslations('notice');
  const why = useWhy(book.id);
  const title = bookTitle(book);
  const follow = following(onFollow);
  return (
    <li>
      <div>
        <Link to={`/books/${book.id}`} lang="ja" {...follow}>
          <span className="notice__book">{title}</span>
        </Link>
        <Why reasons={why} />
      </div>
      {book.productUrl && (
        <a href={book.productUrl} aria-label={t('buyOne', { title })} {...follow}>
          {t('buy')}
        </a>
      )}
    </li>
  );
}

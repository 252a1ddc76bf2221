import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { CalendarBookPartsFragment } from '../../../generated/documents.ts';
import { Cover } from '../../../parts/cover/Cover.tsx';

/** A book in one or two lines: title and contributors. */
export function CalendarBook({ book }: { book: CalendarBookPartsFragment }) {
  const t = useTranslations('book');
  return (
    <Link to={`/books/${book.id}`} className="calendar-book">
      <Cover book={book} size="card" decorative />
      <span className="calendar-book__words">
        <span className="calendar-book__title" lang="ja">
          {book.title}
          {book.volume && ` ${book.volume}`}
        </span>
        <span className="calendar-book__more">
          <span lang="ja">{book.contributors[0]?.name}</span>
          {book.status === 'ON_SALE' && (
            <span className="status status--on-sale"> {t('onSale')}</span>
          )}
        </span>
      </span>
    </Link>
  );
}

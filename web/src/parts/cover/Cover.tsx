import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import type { CoverPartsFragment } from '../../generated/documents.ts';
import { TypographicCover } from './TypographicCover.tsx';
import './cover.css';

interface CoverProps {
  book: CoverPartsFragment;
  size: 'card' | 'page';
  /** Whether the title stands beside it anyway, so that the picture says nothing new. */
  decorative?: boolean;
}

/** The picture of a book, or a cover set in type where there is none or it does not load. */
export function Cover({ book, size, decorative = false }: CoverProps) {
  const t = useTranslations('book');
  const [broken, setBroken] = useState(false);
  if (!book.coverUrl || broken) return <TypographicCover book={book} size={size} />;
  return (
    <div className={`cover cover--${size}`}>
      <img
        src={book.coverUrl}
        alt={decorative ? '' : t('cover', { title: bookTitle(book) })}
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        onError={() => setBroken(true)}
      />
    </div>
  );
}

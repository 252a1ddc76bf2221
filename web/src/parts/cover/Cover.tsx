import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import type { CoverPartsFragment } from '../../generated/documents.ts';
import { TypographicCover } from './TypographicCover.tsx';
import './cover.css';

interface CoverProps {
  book: CoverPartsFragment;
  size: 'card' | 'page';
  /** Whether the title is shown beside it, so that the image needs no alternative text. */
  decorative?: boolean;
}

/** A book's cover image, or a typographic cover if there is none or it fails to load. */
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

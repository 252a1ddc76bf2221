import type { CSSProperties } from 'react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import { coverColour } from '../../../../domain/book/coverColour.ts';
import type { CoverPartsFragment } from '../../generated/documents.ts';
import { fitTitle } from './fitTitle.ts';

/** A cover in the style of old paperbacks: the title set vertically on the colour of its label. */
export function TypographicCover(props: { book: CoverPartsFragment; size: 'card' | 'page' }) {
  const { book, size } = props;
  const title = fitTitle(bookTitle(book), size === 'page');
  const { hue, depth } = coverColour(book.label ?? book.publisher ?? book.id);
  return (
    <div
      className={`cover cover--${size} cover--type`}
      style={{ '--hue': hue, '--depth': depth } as CSSProperties}
      data-size={title.size}
      lang="ja"
      aria-hidden="true"
    >
      <span className="cover__title">{title.text}</span>
      <span className="cover__author">{book.contributors[0]?.name}</span>
    </div>
  );
}

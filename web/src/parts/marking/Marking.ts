import type { ReactNode } from 'react';
import type { BookCardPartsFragment } from '../../generated/documents.ts';

/** Marks the searched words on a book card. */
export interface Marking {
  mark: (text: string) => ReactNode;
  /** Shows where the book matched if its card does not show it. */
  foundBy: (book: BookCardPartsFragment) => ReactNode;
}

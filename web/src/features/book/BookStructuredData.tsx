import { useEffect } from 'react';
import type { BookOfPage } from './BookView.tsx';
import { describeBook } from './describeBook.ts';
import { fillWithData } from './fillWithData.ts';

/** The book for machines that read pages. */
export function BookStructuredData({ book }: { book: BookOfPage }) {
  useEffect(() => {
    const script = document.createElement('script');
    fillWithData(script, describeBook(book, location.href));
    document.head.append(script);
    return () => script.remove();
  }, [book]);
  return null;
}

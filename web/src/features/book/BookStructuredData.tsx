import { useEffect } from 'react';
import type { BookOfPage } from './BookView.tsx';
import { describeBook } from './describeBook.ts';

/** The book for machines that read pages. Written as text, which is data and never runs. */
export function BookStructuredData({ book }: { book: BookOfPage }) {
  useEffect(() => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.append(JSON.stringify(describeBook(book, location.href)));
    document.head.append(script);
    return () => script.remove();
  }, [book]);
  return null;
}

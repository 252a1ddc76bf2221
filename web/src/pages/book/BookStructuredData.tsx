import { useEffect } from 'react';
import { toSchemaOrg } from '../../../../domain/book/toSchemaOrg.ts';
import type { BookOfPage } from './BookOfPage.ts';
import { fillWithData } from './fillWithData.ts';

/**
 * The book as structured data. A page requested by its address arrives with tags about its book in
 * the head; this keeps them current and removes them on the next page.
 */
export function BookStructuredData({ book }: { book: BookOfPage }) {
  useEffect(() => {
    const script = document.createElement('script');
    script.dataset.served = '';
    fillWithData(script, toSchemaOrg(book, location.origin + location.pathname));
    removeAll('script[data-served]');
    document.head.append(script);
  }, [book]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was served is about this book alone.
  useEffect(() => () => removeAll('[data-served]'), [book.id]);
  return null;
}

function removeAll(selector: string): void {
  for (const element of document.head.querySelectorAll(selector)) element.remove();
}

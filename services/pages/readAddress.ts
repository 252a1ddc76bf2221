import type { Language } from '../../domain/language/language.ts';
import { languageOfPath } from '../../domain/language/sitePath.ts';

/** The parts of a page's path. */
export interface PageAddress {
  language: Language;
  /** Null if it cannot be a book's id. */
  bookId: string | null;
}

/** Parses `/books/ID` or `/en/books/ID`. Ids are ASCII, so no other id is worth a query. */
export function readAddress(path: string): PageAddress {
  const [, id = ''] = /^(?:\/en)?\/books\/([^/]*)\/?$/.exec(path) ?? [];
  const bookId = decode(id);
  return {
    language: languageOfPath(path),
    bookId: /^[!-~]{1,120}$/.test(bookId) ? bookId : null,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

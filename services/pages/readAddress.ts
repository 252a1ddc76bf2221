import type { Language } from '../../domain/language/language.ts';
import { languageOfPath } from '../../domain/language/sitePath.ts';

/** What the path of a page says. */
export interface PageAddress {
  language: Language;
  /** Null where no book can have the id. */
  bookId: string | null;
}

/** Reads `/books/ID` or `/en/books/ID`. Ids are ASCII, so that no other is worth a question. */
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

/** A language that pages are written in. */
export type Language = 'ja' | 'en';

/** What the path of a page says. */
export interface PageAddress {
  language: Language;
  /** Null where no book can have the id. */
  bookId: string | null;
}

/** The pages of each language begin so; nothing at its end. */
export const SITE_PATH: { [language in Language]: '' | '/en' } = { ja: '', en: '/en' };

/** Reads `/books/ID` or `/en/books/ID`. Ids are ASCII, so that no other is worth a question. */
export function readAddress(path: string): PageAddress {
  const [, id = ''] = /^(?:\/en)?\/books\/([^/]*)\/?$/.exec(path) ?? [];
  const bookId = decode(id);
  return {
    language: path.startsWith('/en/') ? 'en' : 'ja',
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

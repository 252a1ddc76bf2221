import { escapeText } from './escape.ts';
import type { Head } from './renderHead.ts';

/** Inserts a page's head into the app's page. */
export function putHead(page: string, head: Head): string {
  return (
    page
      // Functions, because `$&` in a title would be interpreted in a replacement string.
      .replace(
        /<title>[^<]*<\/title>/,
        () => `<title>${escapeText(head.title)}</title>\n    ${head.markup}`,
      )
      .replace(
        /(<meta name="description" content=")[^"]*/,
        (_, begin) => `${begin}${escapeText(head.description)}`,
      )
  );
}

/** Returns the app's page for an address that search engines must not index. */
export function putNoIndex(page: string): string {
  return page.replace(
    '</title>',
    () => '</title>\n    <meta name="robots" content="noindex" data-served>',
  );
}

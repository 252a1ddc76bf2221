import { escapeText } from './escape.ts';
import type { Head } from './renderHead.ts';

/** The app's page with the head of one of its pages. */
export function putHead(page: string, head: Head): string {
  return (
    page
      // Functions, since `$&` in a title would mean something in a replacement.
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

/** The app's page for an address that no search is to keep. */
export function putNoIndex(page: string): string {
  return page.replace(
    '</title>',
    () => '</title>\n    <meta name="robots" content="noindex" data-served>',
  );
}

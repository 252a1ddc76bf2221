import { escapeText } from './escape.ts';
import type { Language } from './readAddress.ts';
import type { Head } from './renderHead.ts';

/** The app's page in a language, with the head of one of its pages. */
export function putHead(page: string, language: Language, head: Head): string {
  return (
    inLanguage(page, language)
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

/** The app's page in a language, for an address that no search is to keep. */
export function putNoIndex(page: string, language: Language): string {
  return inLanguage(page, language).replace(
    '</title>',
    () => '</title>\n    <meta name="robots" content="noindex" data-served>',
  );
}

/** The app's page in a language, as it was built. */
export function inLanguage(page: string, language: Language): string {
  return page.replace(/<html lang="[^"]*"/, () => `<html lang="${language}"`);
}

import { bookTitle } from '../../domain/book/bookTitle.ts';
import { toSchemaOrg } from '../../domain/book/toSchemaOrg.ts';
import type { Language } from '../../domain/language/language.ts';
import { SITE_PATH } from '../../domain/language/sitePath.ts';
import { shorten } from '../../domain/text/shorten.ts';
import { escapeJson, escapeText } from './escape.ts';
import type { PageBook } from './readBook.ts';
import { WORDS } from './words.ts';

/** The head of a page for clients that run no scripts. */
export interface Head {
  title: string;
  description: string;
  /**
   * Elements with `data-served`, by which the app removes them when it navigates to another page.
   */
  markup: string;
}

/** Some previews show no more of it. */
const LONGEST_DESCRIPTION = 200;

/**
 * Renders the head of a book's page: its preview for sharing, its address in each language, and its
 * data.
 */
export function renderHead(book: PageBook, language: Language, siteUrl: string): Head {
  const words = WORDS[language];
  const title = bookTitle(book);
  const description = describe(book, language);
  const addressIn = (which: Language) =>
    `${siteUrl}${SITE_PATH[which]}/books/${encodeURIComponent(book.id)}`;
  const url = addressIn(language);
  const cover = addressBy(['https:'], book.coverUrl);
  const productUrl = addressBy(['https:', 'http:'], book.productUrl);
  const elements = [
    link('canonical', url),
    link('alternate', addressIn('ja'), 'ja'),
    link('alternate', addressIn('en'), 'en'),
    link('alternate', addressIn('ja'), 'x-default'),
    property('og:type', 'book'),
    property('og:site_name', words.site),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    property('og:locale', words.locale),
    property('og:locale:alternate', WORDS[language === 'ja' ? 'en' : 'ja'].locale),
    ...(cover
      ? [property('og:image', cover), property('og:image:alt', words.cover(title))]
      : [
          property('og:image', `${siteUrl}/share.png`),
          property('og:image:width', '1200'),
          property('og:image:height', '630'),
          property('og:image:alt', words.site),
        ]),
    ...(book.isbn ? [property('book:isbn', book.isbn)] : []),
    ...(book.release.precision === 'DAY' && book.release.earliest
      ? [property('book:release_date', book.release.earliest)]
      : []),
    // Covers are in portrait format and would be cropped in a wide card.
    named('twitter:card', cover ? 'summary' : 'summary_large_image'),
    ...(book.status === 'CANCELLED' ? [named('robots', 'noindex')] : []),
    `<script type="application/ld+json" data-served>${escapeJson(
      toSchemaOrg({ ...book, coverUrl: cover, productUrl }, url),
    )}</script>`,
  ];
  return { title: `${title} – ${words.site}`, description, markup: elements.join('\n    ') };
}

function describe(book: PageBook, language: Language): string {
  const words = WORDS[language];
  const said = words.join([
    words.state(book),
    ...(book.contributors.length > 0
      ? [words.people(book.contributors.map(({ name }) => name))]
      : []),
    ...(book.publisher ? [book.publisher] : []),
    ...(book.priceWithTax === null ? [] : [words.price(book.priceWithTax)]),
    ...(book.status === 'UPCOMING' ? [words.invitation] : []),
  ]);
  return shorten(said, LONGEST_DESCRIPTION);
}

/** Returns an external URL if a page may link to it; null if it has another protocol. */
function addressBy(protocols: string[], address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return protocols.includes(url.protocol) ? url.href : null;
}

const link = (rel: string, href: string, language?: string) =>
  `<link rel="${rel}"${language ? ` hreflang="${language}"` : ''} href="${escapeText(href)}" data-served>`;

const property = (name: string, content: string) =>
  `<meta property="${name}" content="${escapeText(content)}" data-served>`;

const named = (name: string, content: string) =>
  `<meta name="${name}" content="${escapeText(content)}" data-served>`;

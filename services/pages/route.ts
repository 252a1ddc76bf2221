import type { Database } from '../../db/database.ts';
import type { Language } from '../../domain/language/language.ts';
import { type Answer, refuse } from '../lib/http/answer.ts';
import { cameThroughSite, type HttpRequest } from '../lib/http/request.ts';
import { log } from '../lib/log.ts';
import { toAnswer } from './answer.ts';
import type { PagesConfig } from './config.ts';
import { countMetric } from './countMetric.ts';
import { putHead, putNoIndex } from './putHead.ts';
import { type PageAddress, readAddress } from './readAddress.ts';
import { readBook } from './readBook.ts';
import { renderHead } from './renderHead.ts';

/** All external dependencies of a page. */
export interface PagesPorts {
  config: PagesConfig;
  database: Database;
  /** The app's built page in each language. */
  pages: { [language in Language]: string };
  /** Resolves after this many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

// A query takes about 20 ms. The reader waits for it, and preview fetchers give up after a few
// seconds.
const PATIENCE_MS = 2_000;

/**
 * Returns the app's page at a book's address, with the book in its head. If the book cannot be
 * read, the page is served without it, because the app fetches the book itself; its error status
 * makes the distribution serve an earlier page if it has one.
 */
export async function route(
  request: Omit<HttpRequest, 'body'>,
  ports: PagesPorts,
): Promise<Answer> {
  if (!cameThroughSite(request, ports.config.originSecret)) {
    return refuse(403, 'Request this page through the site.');
  }
  if (!['GET', 'HEAD'].includes(request.method)) {
    return refuse(405, 'Use GET, HEAD.', { allow: 'GET, HEAD' });
  }
  const address = readAddress(request.path);
  try {
    return await answerBook(address, ports);
  } catch (error) {
    log.error('Could not read the book of a page; serving the page without its head', {
      book: address.bookId,
      error,
    });
    countMetric('HeadsLeftOut');
    const { language } = address;
    return toAnswer(503, language, ports.pages[language], 'plain');
  }
}

async function answerBook({ language, bookId }: PageAddress, ports: PagesPorts): Promise<Answer> {
  const { config, database, pages, pause } = ports;
  const page = pages[language];
  const book = bookId === null ? null : await inTime(readBook(database, bookId), pause);
  if (book === null) return toAnswer(404, language, putNoIndex(page), 'unknown');
  const head = renderHead(book, language, config.siteUrl);
  return toAnswer(200, language, putHead(page, head), 'book');
}

async function inTime<T>(work: Promise<T>, pause: PagesPorts['pause']): Promise<T> {
  const late = pause(PATIENCE_MS).then(() => {
    throw new Error(`The database did not answer within ${PATIENCE_MS} ms`);
  });
  // The loser's result no longer matters.
  work.catch(() => undefined);
  late.catch(() => undefined);
  return Promise.race([work, late]);
}

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

/** Everything through which a page touches the world. */
export interface PagesPorts {
  config: PagesConfig;
  database: Database;
  /** The app's one page in each language, as it was built. */
  pages: { [language in Language]: string };
  /** Resolves after so many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

// A reading takes some 20 ms. A reader waits for the page with it, and a program that fetches previews
// gives up after a few seconds.
const PATIENCE_MS = 2_000;

/**
 * The app's page at the address of a book, with the book in its head. Whatever keeps the book from
 * being read, the page is served: what a reader comes for, the app asks by itself. It says that
 * something is wrong, so that the distribution serves the page from before where it has one.
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
    log.error('The head of a page was left out', {
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
  // Whichever comes second is of no interest any more.
  work.catch(() => undefined);
  late.catch(() => undefined);
  return Promise.race([work, late]);
}

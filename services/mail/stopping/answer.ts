import type { Answer } from '../../lib/http/answer.ts';
import { type Page, renderPage } from './renderPage.ts';
import { STYLE } from './style.ts';
import type { Outcome } from './words/pageWords.ts';

const STATUS: { [outcome in Outcome]?: number } = {
  tooLate: 409,
  unknownLink: 404,
  unreadable: 400,
  unavailable: 503,
};

/** The page as an answer that is not cached or indexed and sends no referrer. */
export function toAnswer(page: Page): Answer {
  return {
    statusCode: STATUS[page.outcome] ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': page.language,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
    body: renderPage(page),
  };
}

/** The page's style sheet as an answer. */
export function styleAnswer(): Answer {
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    body: STYLE,
  };
}

import { type Page, renderPage } from './renderPage.ts';
import { STYLE } from './style.ts';
import type { Outcome } from './words/pageWords.ts';

/** What the page's function answers, in the shape that a function URL returns (payload format 2.0). */
export interface Answer {
  statusCode: number;
  headers: { [name: string]: string };
  body: string;
}

const STATUS: { [outcome in Outcome]?: number } = {
  tooLate: 409,
  unknownLink: 404,
  unreadable: 400,
  unavailable: 503,
};

/** A page that nothing keeps, no search finds, and whose address goes nowhere from here. */
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

/** The style sheet of the page. */
export function styleAnswer(): Answer {
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    body: STYLE,
  };
}

/** For what no page of ours asks. */
export function refuse(statusCode: number, said: string, more: Answer['headers'] = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more },
    body: said,
  };
}

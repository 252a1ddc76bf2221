import { createHash } from 'node:crypto';
import type { Answer } from '../lib/http/answer.ts';

/** How long the distribution keeps a page; browsers are told by its own policy to ask each time. */
export type Keeping = keyof typeof KEEPING;

const KEEPING = {
  // A minute behind the log, so that a thousand readers cost one reading; the app itself reads what
  // holds now. While a new one is fetched, and where that fails, an older one is good enough.
  book: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  // A link may be shared before its book is merged.
  unknown: 'public, max-age=10',
  // Without the book. As an error it never takes the place of an older page with its head; soon the
  // database may answer again, and until then it is not asked by everybody.
  plain: 'public, max-age=5',
};

/** A page of the app. */
export function toAnswer(
  statusCode: number,
  language: string,
  body: string,
  keep: Keeping,
): Answer {
  return {
    statusCode,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cache-control': KEEPING[keep],
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    },
    body,
  };
}

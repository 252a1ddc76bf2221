import { createHash } from 'node:crypto';
import type { Answer } from '../lib/http/answer.ts';

/** How long the distribution caches a page; its own policy makes browsers revalidate each time. */
export type Keeping = keyof typeof KEEPING;

const KEEPING = {
  // A minute behind the log, so that a thousand readers cost one query; the app itself reads
  // current data. An older page is good enough while a new one is fetched, and if that fails.
  book: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  // A link may be shared before its book is merged.
  unknown: 'public, max-age=10',
  // Without the book. As an error it never replaces an older page with its head; the database may
  // answer again soon, and until then not every request should query it.
  plain: 'public, max-age=5',
};

/** A page of the app as an answer. */
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

import type { Answer } from '../lib/http/answer.ts';

/** A JSON response that must not be cached. */
export function answer(statusCode: number, body: object | null, cookies?: string[]): Answer {
  return {
    statusCode,
    headers: {
      'cache-control': 'no-store',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(cookies === undefined ? {} : { cookies }),
    body: body === null ? '' : JSON.stringify(body),
  };
}

/** An OAuth 2.0 error response (RFC 6749 section 5.2). */
export function refuse(statusCode: number, error: string, description: string): Answer {
  return answer(statusCode, { error, error_description: description });
}

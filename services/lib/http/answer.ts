/** The response of a function URL (payload format 2.0). */
export interface Answer {
  statusCode: number;
  headers: { [name: string]: string };
  cookies?: string[];
  body: string;
}

/** Returns an error response: one line of plain text that must not be cached. */
export function refuse(statusCode: number, reason: string, more: Answer['headers'] = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more },
    body: reason,
  };
}

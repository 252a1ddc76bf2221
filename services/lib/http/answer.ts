/** What a function URL returns (payload format 2.0). */
export interface Answer {
  statusCode: number;
  headers: { [name: string]: string };
  cookies?: string[];
  body: string;
}

/** Refuses a request in one line of plain text, which nothing may keep. */
export function refuse(statusCode: number, reason: string, more: Answer['headers'] = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more },
    body: reason,
  };
}

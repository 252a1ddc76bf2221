import type { IncomingMessage } from 'node:http';

/** Headers by lower-case name. */
export type Headers = Record<string, string>;

/** The headers of a request, repeated ones joined. */
export function flattenHeaders(request: IncomingMessage): Headers {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
  );
}

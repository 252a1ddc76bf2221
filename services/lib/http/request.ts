import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { isSameSecret } from '../isSameSecret.ts';

/** A request to a function URL. Header names are in lower case. */
export interface HttpRequest {
  method: string;
  path: string;
  headers: { [name: string]: string | undefined };
  body: Buffer;
}

/** Parses a function URL's event (payload format 2.0). */
export function readRequest(event: LambdaFunctionURLEvent): HttpRequest {
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    headers: event.headers,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** Whether the request came through the site's distribution, which presents this secret. */
export function cameThroughSite(
  { headers }: Pick<HttpRequest, 'headers'>,
  originSecret: string,
): boolean {
  return isSameSecret(headers['x-origin-verify'], originSecret);
}

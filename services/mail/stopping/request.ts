import type { LambdaFunctionURLEvent } from 'aws-lambda';

/** A request as the page reads it. Header names are in lower case. */
export interface PageRequest {
  method: string;
  path: string;
  headers: { [name: string]: string | undefined };
  body: Buffer;
}

/** Reads a function URL's event (payload format 2.0). */
export function readRequest(event: LambdaFunctionURLEvent): PageRequest {
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    headers: event.headers,
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

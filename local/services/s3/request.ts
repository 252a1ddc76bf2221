import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bucket } from './bucket.ts';

/** A request about a bucket or, when `key` is not empty, about an object in it. */
export interface S3Request {
  request: IncomingMessage;
  response: ServerResponse;
  bucket: Bucket;
  key: string;
  query: URLSearchParams;
}

/** Answers with an XML document. */
export function sendXml(response: ServerResponse, xml: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml);
}

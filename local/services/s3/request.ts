import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bucket } from './bucket.ts';

/** A request for a bucket or, if `key` is not empty, for an object in it. */
export interface S3Request {
  request: IncomingMessage;
  response: ServerResponse;
  bucket: Bucket;
  key: string;
  query: URLSearchParams;
}

/** Sends an XML document. */
export function sendXml(response: ServerResponse, xml: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml);
}

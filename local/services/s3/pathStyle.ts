import type { IncomingMessage } from 'node:http';

/**
 * Returns the request's path with the bucket in it, also for clients that put the bucket into the
 * host name because they connect to `localhost` ("Virtual hosting of general purpose buckets").
 */
export function pathStyle({ headers: { host = '' }, url = '/' }: IncomingMessage): string {
  const bucket = /^(.+)\.localhost(:\d+)?$/i.exec(host)?.[1];
  return bucket === undefined ? url : `/${bucket}${url}`;
}

import type { IncomingMessage } from 'node:http';

/**
 * The address of a request with its bucket in the path, where clients that are told `localhost` write it into the name
 * of the host ("Virtual hosting of general purpose buckets").
 */
export function pathStyle({ headers: { host = '' }, url = '/' }: IncomingMessage): string {
  const bucket = /^(.+)\.localhost(:\d+)?$/i.exec(host)?.[1];
  return bucket === undefined ? url : `/${bucket}${url}`;
}

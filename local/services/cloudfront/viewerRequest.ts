import type { IncomingMessage } from 'node:http';
import type { EdgeRequest } from './edgeFunction.ts';

/** A viewer's request on its way through the distribution. Header names are lower case. */
export interface ViewerRequest {
  method: string;
  path: string;
  /** Without the question mark. */
  query: string;
  headers: { [name: string]: string };
  body: Buffer;
  ip: string;
  port: number;
}

/** Reads a request of Node's HTTP server whose body has been read. */
export function readViewerRequest(request: IncomingMessage, body: Buffer): ViewerRequest {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const headers: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers,
    body,
    ip: (request.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    port: request.socket.remotePort ?? 0,
  };
}

/** Converts the request to the form that a CloudFront function receives. */
export function toEdgeRequest(request: ViewerRequest): EdgeRequest {
  const { cookie, ...headers } = request.headers;
  return {
    method: request.method,
    uri: request.path,
    querystring: collect([...new URLSearchParams(request.query)]),
    headers: collect(Object.entries(headers)),
    cookies: collect(splitCookies(cookie)),
  };
}

/**
 * Converts the request that a CloudFront function returned; it may change everything except method
 * and body.
 */
export function fromEdgeRequest(edge: EdgeRequest, request: ViewerRequest): ViewerRequest {
  const cookies = spread(edge.cookies ?? {}).map(([name, value]) => `${name}=${value}`);
  return {
    ...request,
    path: edge.uri,
    query: spread(edge.querystring ?? {})
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&'),
    headers: {
      ...Object.fromEntries(
        spread(edge.headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
    },
  };
}

/** Splits a `cookie` header into the name and value of each cookie. */
export function splitCookies(cookie = ''): [string, string][] {
  return cookie
    .split(/;\s*/)
    .filter((pair) => pair.includes('='))
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
}

type Values = { [name: string]: { value: string; multiValue?: { value: string }[] } };

function collect(pairs: [string, string][]): Values {
  const values: Values = {};
  for (const [name, value] of pairs) {
    const before = values[name];
    if (before === undefined) values[name] = { value };
    else before.multiValue = [...(before.multiValue ?? [{ value: before.value }]), { value }];
  }
  return values;
}

function spread(values: Values): [string, string][] {
  return Object.entries(values).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((one): [string, string] => [name, one.value]),
  );
}

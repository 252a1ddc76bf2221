import { randomBytes } from 'node:crypto';
import { passes } from './policies.ts';
import type { Behaviour } from './readDistribution.ts';
import { splitCookies, type ViewerRequest } from './viewerRequest.ts';

// "HTTP request headers and CloudFront behavior (custom origins)": forwarded regardless of the
// policies.
const always = new Set(['content-type', 'content-length']);
// Never forwarded from the viewer: they belong to one connection.
const never = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'expect',
]);

/**
 * Returns the request to the origin: what the behaviour's policies forward, plus what CloudFront
 * adds.
 */
export function toOriginRequest(request: ViewerRequest, behaviour: Behaviour): ViewerRequest {
  const { forwards } = behaviour.cachePolicy;
  const { originRequest, origin } = behaviour;
  const headers: { [name: string]: string } = { 'user-agent': 'Amazon CloudFront' };
  for (const [name, value] of Object.entries(request.headers)) {
    // A viewer must not impersonate CloudFront.
    if (name === 'cookie' || never.has(name) || name.startsWith('cloudfront-')) continue;
    if (always.has(name) || passes(name, forwards.headers, originRequest.headers))
      headers[name] = value;
  }
  const cookies = splitCookies(request.headers.cookie)
    .filter(([name]) => passes(name, forwards.cookies, originRequest.cookies))
    .map(([name, value]) => `${name}=${value}`);
  if (cookies.length > 0) headers.cookie = cookies.join('; ');
  const seenBefore = headers['x-forwarded-for'];
  headers['x-forwarded-for'] =
    seenBefore === undefined ? request.ip : `${seenBefore}, ${request.ip}`;
  headers['x-amz-cf-id'] = randomBytes(42).toString('base64url');
  headers.via = '2.0 local.cloudfront.net (CloudFront)';
  if (forwards.viewerHeaders || originRequest.viewerHeaders) {
    headers['cloudfront-viewer-address'] = `${request.ip}:${request.port}`;
  }
  Object.assign(headers, origin.customHeaders);
  const query = request.query
    .split('&')
    .filter((pair) => passes(decode(pair.split('=')[0] ?? ''), forwards.query, originRequest.query))
    .join('&');
  return { ...request, path: `${origin.path}${request.path}`, query, headers };
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name.replace(/\+/g, ' '));
  } catch {
    // Not an escape sequence: the name is literal.
    return name;
  }
}

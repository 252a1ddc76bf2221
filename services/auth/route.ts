import type { Answer } from '../lib/http/answer.ts';
import { cameThroughSite } from '../lib/http/request.ts';
import { refuse } from './answer.ts';
import { isForeign } from './isForeign.ts';
import type { AuthPorts } from './ports.ts';
import { refresh, signOut, signOutEverywhere } from './refresh.ts';
import type { AuthRequest } from './request.ts';
import { signIn } from './signIn.ts';

const MAX_BODY_BYTES = 4096;

const endpoints: { [path: string]: typeof signIn } = {
  '/auth/token': signIn,
  '/auth/refresh': refresh,
  '/auth/sign-out': signOut,
  '/auth/sign-out-everywhere': signOutEverywhere,
};

/** Answers a request that came through the site and refuses one that bypassed it. */
export async function route(request: AuthRequest, ports: AuthPorts): Promise<Answer> {
  if (!cameThroughSite(request, ports.config.originSecret)) {
    return refuse(403, 'access_denied', 'Send this request through the site.');
  }
  const endpoint = endpoints[request.path];
  if (endpoint === undefined) return refuse(404, 'not_found', 'There is no such endpoint.');
  if (request.method !== 'POST') {
    const refused = refuse(405, 'invalid_request', 'Use POST.');
    return { ...refused, headers: { ...refused.headers, allow: 'POST' } };
  }
  if (!isJson(request))
    return refuse(415, 'invalid_request', 'Send content-type: application/json.');
  if (request.body.length > MAX_BODY_BYTES) {
    return refuse(413, 'invalid_request', `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  if (isForeign(request, ports.config.siteOrigin)) {
    return refuse(403, 'access_denied', 'The request came from another site.');
  }
  return endpoint(request, ports);
}

function isJson(request: AuthRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

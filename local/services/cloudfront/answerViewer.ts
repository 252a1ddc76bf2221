import { randomUUID } from 'node:crypto';
import { compress } from './compress.ts';
import type { EdgeResponse } from './edgeFunction.ts';
import type { AskOrigin, OriginResponse } from './origins.ts';
import type { Behaviour, Distribution } from './readDistribution.ts';
import { applyHeadersPolicy } from './responseHeaders.ts';
import { toOriginRequest } from './toOriginRequest.ts';
import { fromEdgeRequest, toEdgeRequest, type ViewerRequest } from './viewerRequest.ts';

/** Passes one request through the distribution. Nothing is cached. */
export async function answerViewer(
  request: ViewerRequest,
  distribution: Distribution,
  origins: Map<string, AskOrigin>,
  domainName: string,
): Promise<OriginResponse> {
  const behaviour = find(request.path);
  if (!behaviour.methods.includes(request.method)) {
    return finish(
      page(403, 'This distribution is not configured to allow the HTTP request method'),
      behaviour,
    );
  }
  let forwarded = request;
  if (behaviour.onRequest !== undefined) {
    const event = describe('viewer-request');
    const answer = await behaviour.onRequest({ ...event, request: toEdgeRequest(request) });
    if ('statusCode' in answer) return finish(fromEdgeResponse(answer), behaviour);
    forwarded = fromEdgeRequest(answer, request);
  }
  let response = await ask(forwarded, behaviour);
  const errorPage = distribution.errorPages.get(response.status);
  if (errorPage !== undefined) {
    const { status, path } = errorPage;
    response =
      path === undefined
        ? { ...response, status }
        : { ...(await ask({ ...forwarded, method: 'GET', path, query: '' }, find(path))), status };
  }
  response = await finish(response, behaviour);
  if (behaviour.onResponse !== undefined && response.status < 400) {
    response = await change(response, behaviour.onResponse);
  }
  return validate(response);

  function find(path: string): Behaviour {
    const found = distribution.behaviours.find((candidate) => candidate.matches(path));
    if (found === undefined) throw new Error('The default behaviour matches every path');
    return found;
  }

  async function ask(what: ViewerRequest, how: Behaviour): Promise<OriginResponse> {
    const path = what.path === '/' ? `/${distribution.rootObject}` : what.path;
    const origin = origins.get(how.origin.domainName);
    if (origin === undefined) throw new Error(`The origin ${how.origin.domainName} was not opened`);
    return origin(toOriginRequest({ ...what, path }, how));
  }

  async function finish(response: OriginResponse, how: Behaviour): Promise<OriginResponse> {
    const headers = { ...response.headers, 'x-cache': 'Miss from cloudfront' };
    applyHeadersPolicy(headers, how.responseHeaders, request.headers.origin !== undefined);
    const changed = { ...response, headers };
    if (!how.compress || !how.cachePolicy.compresses) return changed;
    return compress(changed, request.headers['accept-encoding']);
  }

  async function change(
    response: OriginResponse,
    run: NonNullable<Behaviour['onResponse']>,
  ): Promise<OriginResponse> {
    const edge: EdgeResponse = {
      statusCode: response.status,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, { value }]),
      ),
    };
    const event = describe('viewer-response');
    const answer = await run({ ...event, request: toEdgeRequest(forwarded), response: edge });
    if (!('statusCode' in answer))
      throw new Error('A viewer-response function returned no response');
    return { ...fromEdgeResponse(answer), cookies: response.cookies, body: response.body };
  }

  function describe(eventType: string) {
    return {
      version: '1.0' as const,
      context: {
        distributionDomainName: domainName,
        distributionId: distribution.id,
        eventType,
        requestId: randomUUID(),
      },
      viewer: { ip: request.ip },
    };
  }

  /** Omits the body if the viewer already has this version. */
  function validate(response: OriginResponse): OriginResponse {
    const { etag } = response.headers;
    const known = request.headers['if-none-match']?.split(/,\s*/) ?? [];
    const same =
      etag !== undefined && known.some((one) => strip(one) === strip(etag) || one === '*');
    if (response.status !== 200 || !same) return response;
    const { 'content-encoding': _encoding, 'content-type': _type, ...headers } = response.headers;
    return { ...response, status: 304, headers, body: Buffer.alloc(0) };
  }
}

function strip(etag: string): string {
  return etag.replace(/^W\//, '');
}

function page(status: number, text: string): OriginResponse {
  return { status, headers: { 'content-type': 'text/html' }, cookies: [], body: Buffer.from(text) };
}

function fromEdgeResponse({ statusCode, headers = {}, body }: EdgeResponse): OriginResponse {
  const data = typeof body === 'string' ? body : (body?.data ?? '');
  const encoding = typeof body === 'object' && body.encoding === 'base64' ? 'base64' : 'utf8';
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]),
    ),
    cookies: [],
    body: Buffer.from(data, encoding),
  };
}

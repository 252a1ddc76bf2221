import { randomUUID } from 'node:crypto';
import { NotEmulated, nameOf, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';
import type { DeployedResource } from '../cloudformation/resolveStacks.ts';

/** A request to a function URL. */
export interface UrlRequest {
  method: string;
  path: string;
  /** Without the question mark. */
  query: string;
  headers: { [name: string]: string };
  body: Buffer;
  sourceIp: string;
}

export interface UrlResponse {
  status: number;
  headers: { [name: string]: string };
  cookies: string[];
  body: Buffer;
}

/** Serves one function URL. */
export type FunctionUrl = (request: UrlRequest) => Promise<UrlResponse>;

/** The template's function URLs by host name. */
export function readFunctionUrls(
  resources: DeployedResource[],
  invoke: (functionArn: string, payload: Json) => Promise<Json>,
): Map<string, FunctionUrl> {
  const urls = new Map<string, FunctionUrl>();
  for (const resource of resources) {
    if (resource.type !== 'AWS::Lambda::Url') continue;
    refuseUnknownProperties(resource, ['AuthType', 'TargetFunctionArn', 'InvokeMode'], []);
    const mode = resource.properties.InvokeMode ?? 'BUFFERED';
    if (mode !== 'BUFFERED')
      throw new NotEmulated(`${nameOf(resource)}: InvokeMode ${mode} is not emulated`);
    const host = new URL(String(resource.attributes.FunctionUrl)).host;
    urls.set(host, async (request) =>
      toResponse(await invoke(resource.ref, toEvent(request, host))),
    );
  }
  return urls;
}

/** The event of payload format 2.0 ("Invoking Lambda function URLs", Lambda developer guide). */
export function toEvent(request: UrlRequest, host: string): { [name: string]: Json } {
  const { cookie, ...headers } = request.headers;
  const now = new Date();
  const text = isText(headers['content-type']);
  const query = [...new URLSearchParams(request.query)];
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers: { ...headers, host },
    ...(query.length === 0 ? {} : { queryStringParameters: joinRepeated(query) }),
    requestContext: {
      accountId: 'anonymous',
      apiId: host.split('.')[0] ?? '',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(request.body.length === 0 ? {} : { body: request.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
  };
}

/** Converts the function's answer: a response in format 2.0, or any value as a JSON body. */
export function toResponse(answer: Json): UrlResponse {
  if (
    answer === null ||
    typeof answer !== 'object' ||
    Array.isArray(answer) ||
    answer.statusCode === undefined
  ) {
    const headers = { 'content-type': 'application/json' };
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { status: 200, headers, cookies: [], body: Buffer.from(text) };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer;
  const named: { [name: string]: string } = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries((headers ?? {}) as { [name: string]: Json })) {
    named[name.toLowerCase()] = String(value);
  }
  return {
    status: Number(statusCode),
    headers: named,
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    body: Buffer.from(
      typeof body === 'string' ? body : '',
      isBase64Encoded === true ? 'base64' : 'utf8',
    ),
  };
}

function isText(contentType = 'application/octet-stream'): boolean {
  return /^(text\/|application\/(json|javascript|xml|[^;]+\+(json|xml))\b)/i.test(contentType);
}

function joinRepeated(pairs: [string, string][]): { [name: string]: string } {
  const joined: { [name: string]: string } = {};
  for (const [name, value] of pairs) {
    const before = joined[name];
    joined[name] = before === undefined ? value : `${before},${value}`;
  }
  return joined;
}

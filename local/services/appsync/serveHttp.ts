import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../protocol/awsError.ts';
import { readBody } from '../protocol/readBody.ts';
import type { Engine } from './answer/engine.ts';
import { isWhollyDenied } from './answer/isWhollyDenied.ts';
import type { GraphQLRequest } from './answer/operation.ts';
import { readGraphQLRequest } from './answer/readGraphQLRequest.ts';
import type { Authenticate } from './callers/authenticate.ts';
import { RequestFault } from './callers/caller.ts';
import { flattenHeaders, type Headers } from './callers/headers.ts';
import type { Publish } from './live/publish.ts';

/** AppSync's limit on a request is not documented; this one only protects this process. */
const MAX_BODY_BYTES = 5_000_000;

/** Browsers may call from any site; credentials are headers, never cookies. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-amzn-RequestId,x-amzn-ErrorType,x-amz-user-agent,x-amzn-ErrorMessage,Date,x-amz-schema-version',
};

/** Answers `POST /graphql`. */
export function createHttpHandler(
  engine: Engine,
  authenticate: Authenticate,
  publish: Publish,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const headers = flattenHeaders(request);
    if (request.method === 'OPTIONS') {
      const asked = headers['access-control-request-headers'];
      response.writeHead(200, {
        ...CORS,
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': asked ?? '*',
        'access-control-max-age': '172800',
      });
      response.end();
      return;
    }
    try {
      const body = (await readBody(request, MAX_BODY_BYTES)).toString('utf8');
      const path = request.url ?? '/';
      checkRoute(request.method ?? '', path);
      const sourceIp = [request.socket.remoteAddress ?? ''];
      const caller = await authenticate({ method: 'POST', path, headers, body, sourceIp });
      const operation = engine.prepare(readRequest(body, headers));
      if ('errors' in operation) {
        send(response, 200, { data: null, errors: operation.errors });
      } else if (operation.node.operation === 'subscription') {
        send(response, 200, { data: null, errors: [SUBSCRIPTION_OVER_HTTP] });
      } else if (isWhollyDenied(engine.schema, operation, caller)) {
        throw new RequestFault(401, 'UnauthorizedException', 'Permission denied');
      } else {
        const executed = await engine.run(operation, caller, headers);
        send(response, 200, executed.answer, executed.responseHeaders);
        await publish(operation, executed);
      }
    } catch (fault) {
      const known = fault instanceof AwsError ? toRequestFault(fault) : fault;
      if (!(known instanceof RequestFault)) throw fault;
      const { status, errorType, message } = known;
      const errors = [{ errorType, message }];
      send(response, status, { errors }, { 'x-amzn-errortype': errorType });
    }
  };
}

const SUBSCRIPTION_OVER_HTTP = {
  path: null,
  data: null,
  errorType: 'OperationNotSupported',
  errorInfo: null,
  locations: null,
  message: 'Subscriptions are not supported over HTTP; connect to the realtime endpoint.',
};

/** A body that is too large has the same error name as in the other services. */
function toRequestFault({ status, name, message }: AwsError): RequestFault {
  return new RequestFault(status, name, message);
}

function checkRoute(method: string, path: string): void {
  if (!/^\/graphql(\?|$)/.test(path)) {
    throw new RequestFault(404, 'NotFoundException', `There is nothing at ${path}.`);
  }
  if (method !== 'POST') {
    throw new RequestFault(
      405,
      'MethodNotAllowedException',
      `${method} is not supported, use POST.`,
    );
  }
}

function readRequest(body: string, headers: Headers): GraphQLRequest {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/graphql') {
    throw malformed(`Unsupported content type ${type || '(none)'}, use application/json.`);
  }
  if (body === '') throw malformed('Request body is empty.');
  const request = readGraphQLRequest(parseJson(body));
  if (!request) throw malformed('Unable to parse GraphQL query.');
  return request;
}

/** Null if it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function malformed(message: string): RequestFault {
  return new RequestFault(400, 'MalformedHttpRequestException', message);
}

function send(response: ServerResponse, status: number, answer: object, more: Headers = {}): void {
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    // With it, head and body are written together.
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': randomUUID(),
    ...CORS,
    ...more,
  });
  response.end(body);
}

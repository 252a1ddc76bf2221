import type { IncomingMessage } from 'node:http';
import { flattenHeaders, type Headers } from '../callers/headers.ts';
import { RealtimeFault } from './realtimeFault.ts';

/** The credentials of a connection: its headers, and the body that a signature covers. */
export interface ConnectCredentials {
  headers: Headers;
  body: string;
}

/** The signed body of a connection that sends none. */
const EMPTY_BODY = '{}';

/**
 * Reads the credentials of a connection: from the query as `header` and `payload`, from a second
 * sub-protocol `header-…`, or from HTTP headers ("Building a real-time WebSocket client", "Header
 * parameter format"). The first two contain the API's host. Throws a RealtimeFault.
 */
export function readConnectCredentials(request: IncomingMessage): ConnectCredentials {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [header, payload] = [searchParams.get('header'), searchParams.get('payload')];
  if (header !== null || payload !== null) {
    if (header === null || payload === null) throw missingHeaders();
    // A `+` of base64 arrives as a space if the client did not escape it.
    return { headers: decodeHeaders(escapeBase64(header)), body: decode(escapeBase64(payload)) };
  }
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(/,\s*/);
  const inProtocol = protocols.find((one) => one.startsWith('header-'));
  if (inProtocol) {
    return { headers: decodeHeaders(inProtocol.slice('header-'.length)), body: EMPTY_BODY };
  }
  const headers = flattenHeaders(request);
  if (!provesSomething(headers)) throw missingHeaders();
  return { headers, body: EMPTY_BODY };
}

/** Headers by lower-case name; an authorization object may use any case. */
export function lowerCaseNames(headers: Record<string, unknown>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]),
  );
}

const escapeBase64 = (value: string): string => value.replaceAll(' ', '+');

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

function decodeHeaders(base64: string): Headers {
  let decoded: unknown;
  try {
    decoded = JSON.parse(decode(base64));
  } catch {
    throw notHeaders();
  }
  if (typeof decoded !== 'object' || decoded === null || Array.isArray(decoded)) throw notHeaders();
  const headers = lowerCaseNames(decoded as Record<string, unknown>);
  if (!headers.host || !provesSomething(headers)) throw missingHeaders();
  return headers;
}

function provesSomething(headers: Headers): boolean {
  return Boolean(headers.authorization || headers['x-api-key']);
}

function missingHeaders(): RealtimeFault {
  return new RealtimeFault({ message: 'Required headers are missing.', errorCode: 400 });
}

function notHeaders(): RealtimeFault {
  return new RealtimeFault({
    errorType: 'BadRequestException',
    message: 'the connection header is not base64 of a JSON object',
    errorCode: 400,
  });
}

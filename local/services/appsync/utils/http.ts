import { validateHeaderName, validateHeaderValue } from 'node:http';
import { ResolverError } from './errors.ts';
import { currentInvocation } from './invocation.ts';

const HOP_BY_HOP = [
  'transfer-encoding',
  'connection',
  'host',
  'expect',
  'keep-alive',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'content-length',
];
const RESTRICTED = [
  ...HOP_BY_HOP,
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'vary',
  'content-type',
];
/** Names and values together. */
const MOST_CHARACTERS = 4_096;

/** `util.http` of APPSYNC_JS ("HTTP helpers in util.http"). */
export const http = {
  /** The headers that may be forwarded. */
  copyHeaders(headers: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name.toLowerCase())),
    );
  },
  /** Skips a header that AppSync does not accept and reports it in the answer's errors. */
  addResponseHeader(name: string, value: unknown): void {
    const { responseHeaders, appendedErrors } = currentInvocation();
    const refuse = (reason: string) =>
      appendedErrors.push(
        new ResolverError(`the response header "${name}" ${reason}`, 'ResponseHeaderError'),
      );
    if (typeof name !== 'string' || name === '') return void refuse('has no name');
    const lower = name.toLowerCase();
    if (RESTRICTED.includes(lower) || /^x-amzn?-/.test(lower)) return void refuse('is restricted');
    if (value === null || value === undefined) return void refuse('has no value');
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (!canBeSent(name, text)) return void refuse('holds what HTTP cannot carry in a header');
    const { [lower]: _replaced, ...others } = responseHeaders;
    if ([lower, text, ...Object.entries(others).flat()].join('').length > MOST_CHARACTERS) {
      return void refuse(`takes all headers over ${MOST_CHARACTERS} characters`);
    }
    responseHeaders[lower] = text;
  },
  addResponseHeaders(headers: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(headers)) http.addResponseHeader(name, value);
  },
};

/** Trailers follow a chunked body, which no answer has. */
function canBeSent(name: string, value: string): boolean {
  if (name.toLowerCase() === 'trailer') return false;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

import { timingSafeEqual } from 'node:crypto';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import type { z } from 'zod';

/** A request as the endpoint reads it. Header names are in lower case. */
export interface AuthRequest {
  method: string;
  path: string;
  headers: { [name: string]: string | undefined };
  cookies: { [name: string]: string };
  body: string;
  /** Where the browser is: as CloudFront saw it, or as the function URL did. */
  address: string;
}

/** Reads a function URL's event (payload format 2.0). */
export function readRequest(event: LambdaFunctionURLEvent): AuthRequest {
  const viewer = event.headers['cloudfront-viewer-address'];
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    headers: event.headers,
    cookies: Object.fromEntries((event.cookies ?? []).map(splitCookie)),
    body: event.isBase64Encoded
      ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
      : (event.body ?? ''),
    // CloudFront writes `address:port`, also of an IPv6 address without brackets; the port changes
    // with every connection.
    address:
      viewer?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '') ?? event.requestContext.http.sourceIp,
  };
}

/** The body as `schema` describes it; null when it is anything else. */
export function readJson<T>(request: AuthRequest, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(request.body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether two secrets are the same, in a time that does not tell where they differ. */
export function isSameSecret(given: string | undefined, expected: string): boolean {
  const left = Buffer.from(given ?? '');
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}

function splitCookie(cookie: string): [string, string] {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at).trim(), cookie.slice(at + 1)];
}

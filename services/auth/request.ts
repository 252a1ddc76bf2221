import type { LambdaFunctionURLEvent } from 'aws-lambda';
import type { z } from 'zod';
import { type HttpRequest, readRequest } from '../lib/http/request.ts';

/** A request to the endpoint. */
export interface AuthRequest extends HttpRequest {
  cookies: { [name: string]: string };
  /** The browser's address, as CloudFront or the function URL saw it. */
  address: string;
}

/** Reads a function URL's event (payload format 2.0). */
export function readAuthRequest(event: LambdaFunctionURLEvent): AuthRequest {
  const viewer = event.headers['cloudfront-viewer-address'];
  return {
    ...readRequest(event),
    cookies: Object.fromEntries((event.cookies ?? []).map(splitCookie)),
    // CloudFront writes `address:port`, even for an IPv6 address without brackets; the port changes
    // with every connection.
    address:
      viewer?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '') ?? event.requestContext.http.sourceIp,
  };
}

/** The body if it matches `schema`; null otherwise. */
export function readJson<T>({ body }: HttpRequest, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(body.toString())).data ?? null;
  } catch {
    return null;
  }
}

function splitCookie(cookie: string): [string, string] {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at).trim(), cookie.slice(at + 1)];
}

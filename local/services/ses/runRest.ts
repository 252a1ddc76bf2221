import { AwsError } from '../protocol/awsError.ts';
import type { PostOffice } from './postOffice.ts';
import { restOperations } from './restOperations.ts';
import { restRoutes } from './restRoutes.ts';

/** The operation of a request, with the parameters from its URL. */
export interface Route {
  operation: string;
  path: string[];
  query: URLSearchParams;
}

/** Determines the SES v2 operation of a request. */
export function findRoute(method: string, url: string): Route {
  const [path = '', search] = url.split('?', 2);
  const segments = path.replace(/^\/v2\/email\//, '').split('/');
  const found = restRoutes.find(
    ([, asked, pattern]) => asked === method && matches(pattern.split('/'), segments),
  );
  if (!found) {
    throw new AwsError('InvalidAction', `SES v2 has no ${method} ${path}`);
  }
  const [operation, , pattern] = found;
  const values = pattern
    .split('/')
    .flatMap((part, at) => (part === '{}' ? decode(segments[at] ?? '') : []));
  return { operation, path: values, query: new URLSearchParams(search) };
}

/** Runs the operation. Rejects one that is not emulated, naming it. */
export function runRest(
  { operation, path, query }: Route,
  body: Buffer,
  office: PostOffice,
): Promise<object> | object {
  const run = Object.hasOwn(restOperations, operation) && restOperations[operation];
  if (run) return run({ path, query, body: parse(body) }, office);
  throw new AwsError('InvalidAction', `SES v2 ${operation} is not emulated on this machine`);
}

function matches(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, at) => part === '{}' || part === segments[at])
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AwsError('ValidationError', `"${segment}" in the path is not valid URL encoding`);
  }
}

function parse(body: Buffer): object {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch (error) {
    throw new AwsError('SerializationException', `the body is not JSON: ${error}`);
  }
  throw new AwsError('SerializationException', 'the body is not a JSON object');
}

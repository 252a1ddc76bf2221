import { region } from '../../lib/aws.ts';
import { NotEmulated } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import type { FunctionUrl } from '../lambda/functionUrls.ts';
import type { Distribution } from './readDistribution.ts';
import type { ViewerRequest } from './viewerRequest.ts';

export interface OriginResponse {
  status: number;
  headers: { [name: string]: string };
  cookies: string[];
  body: Buffer;
}

/** Requests one origin. The request contains only what the policies forward. */
export type AskOrigin = (request: ViewerRequest) => Promise<OriginResponse>;

export interface StoredObject {
  body: Buffer;
  contentType: string;
  cacheControl: string | undefined;
  etag: string;
}

export interface OriginSources {
  getObject(bucket: string, key: string): Promise<StoredObject | null>;
  functionUrls: Map<string, FunctionUrl>;
  bucketPolicies: Resource[];
}

/**
 * The distribution's origins by domain name. Throws for one that is neither a bucket nor a function
 * URL.
 */
export function openOrigins(
  distribution: Distribution,
  sources: OriginSources,
): Map<string, AskOrigin> {
  const origins = new Map<string, AskOrigin>();
  for (const { origin } of distribution.behaviours) {
    origins.set(origin.domainName, openOrigin(origin.domainName, sources));
  }
  return origins;
}

function openOrigin(domainName: string, sources: OriginSources): AskOrigin {
  const functionUrl = sources.functionUrls.get(domainName);
  if (functionUrl !== undefined) return (request) => askFunction(functionUrl, request);
  const bucket = new RegExp(`^(.+)\\.s3(?:\\.${region})?\\.amazonaws\\.com$`).exec(domainName)?.[1];
  if (bucket === undefined) {
    throw new NotEmulated(
      `The origin ${domainName} is not emulated, only S3 buckets and function URLs`,
    );
  }
  const mayList = sources.bucketPolicies.some((policy) => letsCloudFrontList(policy, bucket));
  return (request) => askBucket(sources, bucket, mayList, request);
}

async function askFunction(ask: FunctionUrl, request: ViewerRequest): Promise<OriginResponse> {
  // A function URL is found by its host name, which the viewer's would replace.
  if (request.headers.host !== undefined) {
    return plain(403, 'application/json', '{"Message":"Forbidden"}');
  }
  try {
    return await ask({ ...request, sourceIp: '127.0.0.1' });
  } catch (error) {
    // The details are in the function's log; a function URL returns nothing more.
    if (error instanceof Error && 'failure' in error) {
      return plain(502, 'application/json', '{"Message":"Internal Server Error"}');
    }
    throw error;
  }
}

async function askBucket(
  { getObject }: OriginSources,
  bucket: string,
  mayList: boolean,
  request: ViewerRequest,
): Promise<OriginResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(403, 'AccessDenied');
  }
  const object = await getObject(bucket, keyOf(request.path));
  if (object === null) {
    // S3 hides whether a key exists from callers that may not list the bucket.
    return mayList ? refuse(404, 'NoSuchKey') : refuse(403, 'AccessDenied');
  }
  const headers: { [name: string]: string } = {
    ...fromS3,
    'content-type': object.contentType,
    etag: object.etag.startsWith('"') ? object.etag : `"${object.etag}"`,
    ...(object.cacheControl === undefined ? {} : { 'cache-control': object.cacheControl }),
  };
  return { status: 200, headers, cookies: [], body: object.body };
}

/** S3's common headers ("Common Response Headers", S3 API reference). */
const fromS3 = { server: 'AmazonS3' };

function refuse(status: number, code: string): OriginResponse {
  const refused = plain(status, 'application/xml', `<Error><Code>${code}</Code></Error>`);
  return { ...refused, headers: { ...fromS3, ...refused.headers } };
}

function keyOf(path: string): string {
  try {
    return decodeURIComponent(path.replace(/^\//, ''));
  } catch {
    // A stray percent sign names no object; passed on unchanged, it will not be found.
    return path.replace(/^\//, '');
  }
}

function letsCloudFrontList({ properties }: Resource, bucket: string): boolean {
  if (properties.Bucket !== bucket) return false;
  const { Statement = [] } = properties.PolicyDocument as {
    Statement?: { [name: string]: Json }[];
  };
  return Statement.some(({ Effect, Action, Principal }) => {
    const actions = [Action].flat();
    const service = (Principal as { Service?: Json } | undefined)?.Service;
    return (
      Effect === 'Allow' &&
      actions.includes('s3:ListBucket') &&
      service === 'cloudfront.amazonaws.com'
    );
  });
}

function plain(status: number, contentType: string, text: string): OriginResponse {
  return { status, headers: { 'content-type': contentType }, cookies: [], body: Buffer.from(text) };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bucket } from './bucket.ts';
import { copyObject } from './copyObject.ts';
import { deleteObject, deleteObjects } from './deleteObjects.ts';
import { getObject } from './getObject.ts';
import { listObjects } from './listObjects.ts';
import type { MultipartUploads } from './multipart.ts';
import { putObject } from './putObject.ts';
import { refuseUnsupported } from './refuseUnsupported.ts';
import { type S3Request, sendXml } from './request.ts';
import { s3Document } from './s3Document.ts';
import { notEmulated, S3Error } from './s3Error.ts';

/** Determines the operation of a path-style request and runs it. */
export async function route(
  request: IncomingMessage,
  response: ServerResponse,
  buckets: Map<string, Bucket>,
  uploads: MultipartUploads,
): Promise<void> {
  const [path = '', search] = (request.url ?? '/').split('?', 2);
  const query = new URLSearchParams(search);
  refuseUnsupported(request.headers, query);
  // Not parsed with URL, which would resolve the dots of a key such as a/../b.
  const [, name = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path)?.map(decodeURIComponent) ?? [];
  if (name === '') {
    if (request.method !== 'GET') throw notEmulated(`${request.method} /`);
    return listBuckets(response, buckets);
  }
  if (key === '' && request.method === 'PUT') throw notEmulated('CreateBucket');
  const findBucket = (wanted: string) => {
    const bucket = buckets.get(wanted);
    if (bucket) return bucket;
    throw new S3Error('NoSuchBucket', 404, `The specified bucket does not exist: ${wanted}`);
  };
  const asked = { request, response, bucket: findBucket(name), key, query };
  await (key === '' ? routeBucket(asked) : routeObject(asked, uploads, findBucket));
}

async function routeBucket(asked: S3Request): Promise<void> {
  const { request, response, query } = asked;
  if (request.method === 'HEAD') {
    response.writeHead(200, { 'x-amz-bucket-region': 'ap-northeast-1' }).end();
  } else if (request.method === 'GET' && query.get('list-type') === '2') {
    await listObjects(asked);
  } else if (request.method === 'POST' && query.has('delete')) {
    await deleteObjects(asked);
  } else {
    throw notEmulated(`${request.method} of a bucket with ${query.size ? query : 'no parameters'}`);
  }
}

async function routeObject(
  asked: S3Request,
  uploads: MultipartUploads,
  findBucket: (name: string) => Bucket,
): Promise<void> {
  const { request, query } = asked;
  const method = request.method ?? '';
  const part = query.has('uploads') ? 'uploads' : query.has('uploadId') ? 'uploadId' : '';
  const copies = request.headers['x-amz-copy-source'] !== undefined;
  if (copies && part !== '') throw notEmulated('UploadPartCopy');
  if (copies && method === 'PUT') return copyObject(asked, findBucket);
  switch (`${method} ${part}`.trim()) {
    case 'GET':
    case 'HEAD':
      return getObject(asked);
    case 'PUT':
      return putObject(asked);
    case 'DELETE':
      return deleteObject(asked);
    case 'POST uploads':
      return uploads.create(asked);
    case 'PUT uploadId':
      return uploads.put(asked);
    case 'POST uploadId':
      return uploads.complete(asked);
    case 'DELETE uploadId':
      return uploads.abort(asked);
    default:
      throw notEmulated(`${method} of an object with ${query.size ? query : 'no parameters'}`);
  }
}

function listBuckets(response: ServerResponse, buckets: Map<string, Bucket>): void {
  const Bucket = [...buckets.values()].map(({ name, createdAt }) => ({
    Name: name,
    CreationDate: createdAt.toISOString(),
  }));
  const owner = { ID: '000000000000', DisplayName: 'local' };
  sendXml(response, s3Document('ListAllMyBucketsResult', { Owner: owner, Buckets: { Bucket } }));
}

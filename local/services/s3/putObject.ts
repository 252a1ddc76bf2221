import { checkPut } from './conditions.ts';
import { checksumHeaders } from './getObject.ts';
import { receiveBody } from './receiveBody.ts';
import type { S3Request } from './request.ts';
import { headersToKeep } from './storedObject.ts';

/** PutObject: streams to disk, verifies, then stores atomically. */
export async function putObject({ request, response, bucket, key }: S3Request): Promise<void> {
  const mayReplace = checkPut(request.headers);
  mayReplace(bucket.find(key)); // rejects before a large body arrives; checked again after
  const { file, size, md5, checksum } = await receiveBody(request, bucket.incoming);
  const etag = `"${md5.toString('hex')}"`;
  const headers = headersToKeep(request.headers);
  bucket.put(file, { key, size, etag, headers, checksum }, mayReplace);
  response.writeHead(200, { etag, ...checksumHeaders({ checksum }) }).end();
}

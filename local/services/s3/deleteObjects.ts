import { readBody } from '../protocol/readBody.ts';
import { textsOf } from '../protocol/xml.ts';
import { type S3Request, sendXml } from './request.ts';
import { s3Document } from './s3Document.ts';
import { S3Error } from './s3Error.ts';

const LARGEST_LIST = 2 * 1024 * 1024;
const MOST_KEYS = 1000;

/** DeleteObject. */
export async function deleteObject({ response, bucket, key }: S3Request): Promise<void> {
  bucket.delete(key);
  response.writeHead(204).end();
}

/** DeleteObjects: up to 1,000 keys, each reported unless `Quiet`. */
export async function deleteObjects({ request, response, bucket }: S3Request): Promise<void> {
  const xml = (await readBody(request, LARGEST_LIST)).toString('utf8');
  const keys = textsOf(xml, 'Key');
  if (keys.length < 1 || keys.length > MOST_KEYS) {
    const message = `Delete lists ${keys.length} keys, expected 1 to ${MOST_KEYS}`;
    throw new S3Error('MalformedXML', 400, message);
  }
  for (const key of keys) bucket.delete(key);
  const quiet = textsOf(xml, 'Quiet')[0] === 'true';
  sendXml(
    response,
    s3Document('DeleteResult', { Deleted: quiet ? [] : keys.map((Key) => ({ Key })) }),
  );
}

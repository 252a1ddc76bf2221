import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3 } from '../../services/s3/startS3.ts';
import { Bucket, serve } from './support.ts';

let s3: S3;
let client: S3Client;
beforeAll(async () => {
  ({ s3, client } = await serve());
});
afterAll(() => s3.stop());

test('an object is returned with its bytes and headers', async () => {
  await put('新刊 1/一覧+a.csv', '雪国の灯', {
    ContentType: 'text/csv; charset=Shift_JIS',
    CacheControl: 'no-store',
    Metadata: { profile: 'shinkan' },
  });
  const object = await client.send(new GetObjectCommand({ Bucket, Key: '新刊 1/一覧+a.csv' }));
  expect(await object.Body?.transformToString()).toBe('雪国の灯');
  expect(object).toMatchObject({
    ContentType: 'text/csv; charset=Shift_JIS',
    CacheControl: 'no-store',
    Metadata: { profile: 'shinkan' },
    ContentLength: 12,
    ETag: `"${createHash('md5').update('雪国の灯').digest('hex')}"`,
  });
});

test('a stream of 40 MB arrives intact', async () => {
  const chunk = Buffer.alloc(1_000_000, 'あい');
  const stream = Readable.from(Array.from({ length: 40 }, () => chunk));
  await put('large.csv', stream, { ContentLength: 40_000_000 });
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'large.csv' }));
  const hash = createHash('sha256');
  for await (const part of Body as Readable) hash.update(part);
  const expected = createHash('sha256');
  for (let i = 0; i < 40; i += 1) expected.update(chunk);
  expect(hash.digest('hex')).toBe(expected.digest('hex'));
});

test('an empty object is stored', async () => {
  await put('empty', '');
  const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket, Key: 'empty' }));
  expect([ContentLength, await Body?.transformToString()]).toEqual([0, '']);
});

test.each([
  ['bytes=2-4', 'cde', 'bytes 2-4/10'],
  ['bytes=7-', 'hij', 'bytes 7-9/10'],
  ['bytes=-2', 'ij', 'bytes 8-9/10'],
  ['bytes=8-100', 'ij', 'bytes 8-9/10'],
])('the range %s is served', async (Range, text, ContentRange) => {
  await put('letters', 'abcdefghij');
  const part = await client.send(new GetObjectCommand({ Bucket, Key: 'letters', Range }));
  expect(await part.Body?.transformToString()).toBe(text);
  expect(part.ContentRange).toBe(ContentRange);
});

test('a range outside the object is rejected', async () => {
  await put('letters', 'abcdefghij');
  const beyond = new GetObjectCommand({ Bucket, Key: 'letters', Range: 'bytes=10-' });
  await expect(client.send(beyond)).rejects.toMatchObject({ name: 'InvalidRange' });
});

test('a missing object or bucket is an error, except for a delete of an object', async () => {
  const get = client.send(new GetObjectCommand({ Bucket, Key: 'nothing' }));
  await expect(get).rejects.toMatchObject({ name: 'NoSuchKey' });
  const head = client.send(new HeadObjectCommand({ Bucket, Key: 'nothing' }));
  await expect(head).rejects.toMatchObject({ name: 'NotFound' });
  const other = client.send(new GetObjectCommand({ Bucket: 'nowhere', Key: 'a' }));
  await expect(other).rejects.toMatchObject({ name: 'NoSuchBucket' });
  const gone = client.send(new DeleteObjectCommand({ Bucket, Key: 'nothing' }));
  await expect(gone).resolves.toMatchObject({ $metadata: { httpStatusCode: 204 } });
});

test('If-None-Match keeps the existing object', async () => {
  await put('once', 'first', { IfNoneMatch: '*' });
  const second = put('once', 'second', { IfNoneMatch: '*' });
  await expect(second).rejects.toMatchObject({ name: 'PreconditionFailed' });
  expect(await read('once')).toBe('first');
});

test('If-Match replaces only the object that was read', async () => {
  const { ETag } = await put('turn', 'first');
  await put('turn', 'second', { IfMatch: ETag });
  const stale = put('turn', 'third', { IfMatch: ETag });
  await expect(stale).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

test('a body other than the announced one is rejected and leaves nothing', async () => {
  const zeros = Buffer.alloc(32).toString('base64');
  const wrong = put('torn', 'text', { ChecksumSHA256: zeros });
  await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
  const wrongMd5 = put('torn', 'text', { ContentMD5: Buffer.alloc(16).toString('base64') });
  await expect(wrongMd5).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(read('torn')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a list has prefixes, delimiters and pages', async () => {
  const keys = ['l/a', 'l/b/1', 'l/b/2', 'l/c', 'l/d'];
  for (const key of keys) await put(key, key);
  const folder = await list({ Prefix: 'l/', Delimiter: '/' });
  expect(folder.Contents?.map(({ Key }) => Key)).toEqual(['l/a', 'l/c', 'l/d']);
  expect(folder.CommonPrefixes).toEqual([{ Prefix: 'l/b/' }]);
  const page = await list({ Prefix: 'l/', MaxKeys: 3 });
  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['l/a', 'l/b/1', 'l/b/2']);
  const rest = await list({ Prefix: 'l/', ContinuationToken: page.NextContinuationToken });
  expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['l/c', 'l/d']);
  expect(rest.IsTruncated).toBe(false);
});

test('a key that contains XML is listed unchanged', async () => {
  await put('x/<a>&"b"', 'text');
  const { Contents } = await list({ Prefix: 'x/' });
  expect(Contents?.[0]?.Key).toBe('x/<a>&"b"');
});

test('a copy keeps the object’s headers', async () => {
  await put('from 1', 'text', { ContentType: 'text/csv' });
  await client.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/from%201` }));
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'to' }));
  expect(head.ContentType).toBe('text/csv');
  expect(await read('to')).toBe('text');
});

test('DeleteObjects deletes many objects at once', async () => {
  await put('d/1', '1');
  await put('d/2&', '2');
  const Objects = [{ Key: 'd/1' }, { Key: 'd/2&' }, { Key: 'd/none' }];
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect((await list({ Prefix: 'd/' })).KeyCount).toBe(0);
});

test('only the buckets of the template exist', async () => {
  const { Buckets } = await client.send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toEqual([Bucket, 'site']);
  await client.send(new HeadBucketCommand({ Bucket }));
  await expect(client.send(new HeadBucketCommand({ Bucket: 'nowhere' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

function put(Key: string, Body: NonNullable<PutObjectCommandInput['Body']>, rest: object = {}) {
  return client.send(new PutObjectCommand({ Bucket, Key, Body, ...rest }));
}

async function read(Key: string) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Body?.transformToString();
}

function list(rest: object) {
  return client.send(new ListObjectsV2Command({ Bucket, ...rest }));
}

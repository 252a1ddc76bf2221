import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetBucketAclCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { Bucket, newDir, serve } from './support.ts';

const PATIENT = { timeout: 20_000 };

test('objects survive a restart, and bytes without a key are removed', async () => {
  const dir = newDir();
  const before = await serve(dir);
  await before.s3.putObject(Bucket, 'a/b.csv', '雪国', 'text/csv', 'no-cache');
  await before.s3.stop();
  const data = join(dir, 's3', Bucket, 'data');
  writeFileSync(join(data, 'left-by-a-kill'), 'half an obj');
  mkdirSync(join(dir, 's3', Bucket, 'incoming'), { recursive: true });
  const after = await serve(dir);
  expect(await after.s3.getObject(Bucket, 'a/b.csv')).toMatchObject({
    body: Buffer.from('雪国'),
    contentType: 'text/csv',
    cacheControl: 'no-cache',
  });
  expect(readdirSync(data)).toHaveLength(1);
  await after.s3.stop();
});

test('an object put in the process is readable over the API, and vice versa', async () => {
  const { s3, client } = await serve();
  await s3.putObject('site', 'index.html', '<p>', 'text/html');
  const got = await client.send(new GetObjectCommand({ Bucket: 'site', Key: 'index.html' }));
  expect(got.ContentType).toBe('text/html');
  await client.send(new PutObjectCommand({ Bucket: 'site', Key: 'k', Body: 'v' }));
  expect((await s3.getObject('site', 'k'))?.body.toString()).toBe('v');
  expect(await s3.getObject('site', 'none')).toBeNull();
  await expect(s3.getObject('nowhere', 'k')).rejects.toThrow(/no bucket nowhere.*feed, site/);
  await s3.stop();
});

test('an interrupted put leaves the previous object', async () => {
  const dir = newDir();
  const { s3 } = await serve(dir);
  await s3.putObject(Bucket, 'k', 'old', 'text/plain');
  const socket = connect(Number(new URL(s3.url).port), '127.0.0.1');
  socket.write(
    `PUT /${Bucket}/k HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nnew but cut`,
  );
  const incoming = () => readdirSync(join(dir, 's3', Bucket, 'incoming'));
  await vi.waitUntil(() => incoming().length === 1, PATIENT);
  socket.destroy();
  await vi.waitUntil(() => incoming().length === 0, PATIENT);
  expect((await s3.getObject(Bucket, 'k'))?.body.toString()).toBe('old');
  await s3.stop();
});

test('a reader of an object that is replaced meanwhile reads the old one to its end', async () => {
  const { s3, client } = await serve();
  const old = Buffer.alloc(20_000_000, 'old ');
  await s3.putObject(Bucket, 'k', old, 'text/plain');
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'k' }));
  await s3.putObject(Bucket, 'k', 'new', 'text/plain');
  expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(old)).toBe(true);
  await s3.stop();
});

test.each([
  [
    'a bucket made over the API',
    new CreateBucketCommand({ Bucket: 'new' }),
    /CreateBucket is not emulated/,
  ],
  ['an access list', new GetBucketAclCommand({ Bucket }), /parameter acl is not emulated/],
  ['versions', new ListObjectVersionsCommand({ Bucket }), /parameter versions is not emulated/],
  [
    'tags',
    new PutObjectCommand({ Bucket, Key: 'k', Body: 'v', Tagging: 'a=b' }),
    /x-amz-tagging: a=b is not emulated/,
  ],
  [
    'a public object',
    new PutObjectCommand({ Bucket, Key: 'k', Body: 'v', ACL: 'public-read' }),
    /x-amz-acl: public-read is not emulated/,
  ],
  [
    'a checksum that cannot be verified here',
    new PutObjectCommand({ Bucket, Key: 'k', Body: 'v', ChecksumXXHASH64: 'AAAAAAAAAAA=' }),
    /xxhash64 is not emulated/,
  ],
])('%s is rejected by name', async (_, command, why) => {
  const { s3, client } = await serve();
  // The client's commands share no common type that `send` accepts.
  await expect(client.send(command as GetObjectCommand)).rejects.toThrow(why);
  await s3.stop();
});

test('another process can set faults', async () => {
  const { s3, client } = await serve();
  const put = (Key: string) => client.send(new PutObjectCommand({ Bucket, Key, Body: 'v' }));
  const switchOn = (fault: object) =>
    fetch(`${s3.url}/_local/faults`, {
      method: 'PUT',
      body: JSON.stringify({ faults: [{ operation: 'PutObject', times: 1, ...fault }] }),
    });
  await switchOn({ fault: 'SlowDown' });
  await expect(put('slow')).rejects.toMatchObject({
    name: 'SlowDown',
    $metadata: { httpStatusCode: 503 },
  });
  expect(await s3.getObject(Bucket, 'slow')).toBeNull();
  await switchOn({ fault: 'answerLost' });
  await expect(put('lost')).rejects.toThrow();
  expect((await s3.getObject(Bucket, 'lost'))?.body.toString()).toBe('v');
  await put('well');
  await s3.stop();
});

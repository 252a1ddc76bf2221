import { Agent } from 'node:http';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { Bucket, serve } from './support.ts';

/** Not every machine resolves names below `localhost`. */
const findsEveryName = new Agent({
  lookup: (_name, options, found) => {
    if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
    else found(null, '127.0.0.1', 4);
  },
});

test('a client that connects to localhost puts the bucket into the host name and finds the same objects', async () => {
  const { s3, client } = await serve();
  const told = new S3Client({
    endpoint: s3.url.replace('127.0.0.1', 'localhost'),
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: { httpAgent: findsEveryName },
  });
  onTestFinished(() => s3.stop());
  const hosts: string[] = [];
  told.middlewareStack.add(
    (next) => (args) => {
      hosts.push((args.request as { hostname: string }).hostname);
      return next(args);
    },
    { step: 'finalizeRequest' },
  );
  await told.send(new PutObjectCommand({ Bucket, Key: '新刊/a b.txt', Body: 'told' }));
  const { Contents } = await told.send(new ListObjectsV2Command({ Bucket, Prefix: '新刊/' }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['新刊/a b.txt']);
  const got = await client.send(new GetObjectCommand({ Bucket, Key: '新刊/a b.txt' }));
  expect(await got.Body?.transformToString()).toBe('told');
  const missing = told.send(new GetObjectCommand({ Bucket, Key: 'site/a' }));
  await expect(missing).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(new Set(hosts)).toEqual(new Set([`${Bucket}.localhost`]));
});

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { S3 } from '../../services/s3/startS3.ts';
import { Bucket, serve } from './support.ts';

const Key = 'large.csv';
let s3: S3;
let client: S3Client;
beforeAll(async () => {
  ({ s3, client } = await serve());
});
afterAll(() => s3.stop());

test('12 MB in parts become one object', async () => {
  const parts = [Buffer.alloc(6_000_000, 'a'), Buffer.alloc(6_000_000, 'b')];
  const UploadId = await begin();
  const Parts = await Promise.all(parts.map((Body, at) => send(UploadId, at + 1, Body)));
  const { ETag } = await complete(UploadId, Parts);
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
  expect(bytes.equals(Buffer.concat(parts))).toBe(true);
  expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
});

test('a missing part, a small part and a wrong order are rejected', async () => {
  const UploadId = await begin();
  const first = await send(UploadId, 1, Buffer.from('small'));
  const second = await send(UploadId, 2, Buffer.from('small'));
  await expect(complete(UploadId, [first, second])).rejects.toMatchObject({
    name: 'EntityTooSmall',
  });
  await expect(complete(UploadId, [second, first])).rejects.toMatchObject({
    name: 'InvalidPartOrder',
  });
  const foreign = { ...second, PartNumber: 3 };
  await expect(complete(UploadId, [foreign])).rejects.toMatchObject({ name: 'InvalidPart' });
});

test('an aborted upload is gone', async () => {
  const UploadId = await begin();
  await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  const late = send(UploadId, 1, Buffer.from('late'));
  await expect(late).rejects.toMatchObject({ name: 'NoSuchUpload' });
});

async function begin() {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  return UploadId;
}

async function send(UploadId: string | undefined, PartNumber: number, Body: Buffer) {
  const command = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body });
  const { ETag } = await client.send(command);
  return { PartNumber, ETag };
}

function complete(UploadId: string | undefined, Parts: object[]) {
  const MultipartUpload = { Parts };
  return client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload }),
  );
}

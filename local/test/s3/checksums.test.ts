import { Readable } from 'node:stream';
import {
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandOutput,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
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

// Of "123456789", from the catalogues of checksums, in base64.
const CHECKS = {
  CRC32: Buffer.from('cbf43926', 'hex').toString('base64'),
  CRC32C: Buffer.from('e3069283', 'hex').toString('base64'),
  CRC64NVME: Buffer.from('ae8b14860a799888', 'hex').toString('base64'),
  SHA1: Buffer.from('f7c3bc1d808e04732adf679965ccc34ca7ae3441', 'hex').toString('base64'),
  SHA256: Buffer.from(
    '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
    'hex',
  ).toString('base64'),
};

test.each(Object.entries(CHECKS))('%s is verified, stored and returned', async (name, value) => {
  const put = { Bucket, Key: name, Body: '123456789', [`Checksum${name}`]: value };
  await client.send(new PutObjectCommand(put));
  const head = await client.send(
    new HeadObjectCommand({ Bucket, Key: name, ChecksumMode: 'ENABLED' }),
  );
  expect(head).toMatchObject({ [`Checksum${name}`]: value, ChecksumType: 'FULL_OBJECT' });
  const wrong = { ...put, Key: `${name}-wrong`, Body: '123456780' };
  await expect(client.send(new PutObjectCommand(wrong))).rejects.toMatchObject({
    name: 'BadDigest',
  });
  await expect(
    client.send(new HeadObjectCommand({ Bucket, Key: `${name}-wrong` })),
  ).rejects.toMatchObject({ name: 'NotFound' });
});

test.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)(
  'the checksum that the client computes by %s for a stream is the one received',
  async (ChecksumAlgorithm) => {
    const Body = Readable.from([Buffer.from('雪国の灯'.repeat(10_000))]);
    const ContentLength = Buffer.byteLength('雪国の灯') * 10_000;
    const put = { Bucket, Key: 'stream', Body, ContentLength, ChecksumAlgorithm };
    await client.send(new PutObjectCommand(put));
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(await got.Body?.transformToString()).toHaveLength(40_000);
  },
);

const first = Buffer.alloc(5 * 1024 * 1024, 'a');
const last = Buffer.from('123456789');

type Settings = { ChecksumAlgorithm: 'CRC32' | 'CRC32C' | 'SHA256'; ChecksumType?: 'FULL_OBJECT' };

/** Uploads two parts; `complete` may extend the last call. */
async function upload(Key: string, settings: Settings, complete = {}) {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ...settings }),
  );
  const { ChecksumAlgorithm } = settings;
  const Parts = [];
  for (const [at, Body] of [first, last].entries()) {
    const PartNumber = at + 1;
    const part = await client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body, ChecksumAlgorithm }),
    );
    const { ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumSHA256 } = part;
    Parts.push({ PartNumber, ETag, ChecksumCRC32, ChecksumCRC32C, ChecksumSHA256 });
  }
  return client.send(
    new CompleteMultipartUploadCommand({
      ...{ Bucket, Key, UploadId, MultipartUpload: { Parts } },
      ...complete,
    }),
  ) as Promise<CompleteMultipartUploadCommandOutput>;
}

test('a multipart upload has the checksum of its parts’ checksums', async () => {
  const done = await upload('composite', { ChecksumAlgorithm: 'SHA256' });
  expect(done).toMatchObject({
    ChecksumType: 'COMPOSITE',
    ChecksumSHA256: expect.stringMatching(/^[\w+/]{43}=-2$/),
  });
  const got = await client.send(
    new GetObjectCommand({ Bucket, Key: 'composite', ChecksumMode: 'ENABLED' }),
  );
  expect(got.ChecksumSHA256).toBe(done.ChecksumSHA256);
  expect((await got.Body?.transformToByteArray())?.length).toBe(first.length + last.length);
});

test('a multipart upload may have the checksum of the whole, as if it were put at once', async () => {
  const whole = { ChecksumAlgorithm: 'CRC32C', ChecksumType: 'FULL_OBJECT' } as const;
  const done = await upload('whole', whole);
  const atOnce = await client.send(
    new PutObjectCommand({
      ...{ Bucket, Key: 'at-once', ChecksumAlgorithm: 'CRC32C' },
      Body: Buffer.concat([first, last]),
    }),
  );
  expect(done).toMatchObject({ ChecksumType: 'FULL_OBJECT' });
  expect(done.ChecksumCRC32C).toBe(atOnce.ChecksumCRC32C);
  const wrong = upload('whole-wrong', whole, { ChecksumCRC32C: 'AAAAAA==' });
  await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
});

test('a checksum type that SHA-256 does not support is rejected', async () => {
  const create = new CreateMultipartUploadCommand({
    ...{ Bucket, Key: 'k', ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' },
  });
  await expect(client.send(create)).rejects.toMatchObject({ name: 'InvalidRequest' });
});

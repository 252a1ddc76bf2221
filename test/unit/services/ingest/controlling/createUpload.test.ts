import { createHash, createHmac } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createUpload } from '../../../../../services/ingest/controlling/createUpload.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const NOW = new Date('2026-11-26T03:04:05Z');

function aClient() {
  return new S3Client({
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: SECRET, sessionToken: 'a+b/c==' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
}

/**
 * Computes the signature that S3 expects for the URL, according to "Authenticating Requests: Using
 * Query Parameters" of the S3 API reference.
 */
function signatureOf(url: URL): string {
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('X-Amz-Signature='))
    .sort()
    .join('&');
  const request = ['PUT', url.pathname, query, `host:${url.host}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  const scope = ['20261126', 'ap-northeast-1', 's3', 'aws4_request'];
  const text = [
    'AWS4-HMAC-SHA256',
    '20261126T030405Z',
    scope.join('/'),
    createHash('sha256').update(request.join('\n')).digest('hex'),
  ].join('\n');
  const key = scope.reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${SECRET}`,
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

describe('createUpload', () => {
  it.each(['shinkan_20261124_full_001.csv', "雪国 +100%&'()*#?~.csv"])(
    'createUpload signs the URL as S3 does: %s',
    async (fileName) => {
      const upload = await createUpload(aClient(), 'feed', fileName, NOW);
      const url = new URL(upload.url);
      expect(url.host).toBe('feed.s3.ap-northeast-1.amazonaws.com');
      expect(decodeURIComponent(url.pathname)).toBe(`/${upload.key}`);
      expect(upload.key).toMatch(/^incoming\/upload-20261126T030405-[0-9a-f]{6}\//);
      expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(url));
      expect(url.searchParams.get('X-Amz-Security-Token')).toBe('a+b/c==');
    },
  );

  it('createUpload returns a URL that is valid for 15 minutes and requires no checksum', async () => {
    const { url, expiresAt } = await createUpload(aClient(), 'feed', 'x.csv', NOW);
    expect(expiresAt).toBe('2026-11-26T03:19:05.000Z');
    expect([...new URL(url).searchParams.keys()].sort()).toEqual([
      'X-Amz-Algorithm',
      'X-Amz-Content-Sha256',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Expires',
      'X-Amz-Security-Token',
      'X-Amz-Signature',
      'X-Amz-SignedHeaders',
    ]);
  });
});

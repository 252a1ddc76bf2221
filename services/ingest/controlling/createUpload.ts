import { Sha256 } from '@aws-crypto/sha256-js';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { nameRun } from './nameRun.ts';

/** The upload address of one file, as the schema's `IngestUpload`. */
export interface Upload {
  key: string;
  url: string;
  /** ISO 8601, in UTC. */
  expiresAt: string;
}

// Long enough to start a large upload; a running one may take longer.
const SECONDS = 15 * 60;

/**
 * Returns a presigned URL for one PUT ("Authenticating Requests: Using Query Parameters" of the S3
 * API reference). The key is new, so that nothing is overwritten.
 */
export async function createUpload(
  s3: S3Client,
  bucket: string,
  fileName: string,
  now: Date,
): Promise<Upload> {
  const key = `incoming/${nameRun('upload', now)}/${fileName}`;
  const { protocol, hostname, path, headers } = await addressOf(s3, bucket, key);
  const signer = new SignatureV4({
    service: 's3',
    region: s3.config.region,
    credentials: s3.config.credentials,
    sha256: Sha256,
    // S3 signs the key as it appears in the URL; other services escape it once more.
    uriEscapePath: false,
  });
  const host = headers.host ?? hostname;
  const signed = await signer.presign(
    {
      method: 'PUT',
      protocol,
      hostname,
      path,
      query: {},
      headers: { host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
    },
    { expiresIn: SECONDS, signingDate: now },
  );
  const query = Object.entries(signed.query ?? {})
    .map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='))
    .join('&');
  return {
    key,
    url: `${protocol}//${host}${path}?${query}`,
    expiresAt: new Date(now.getTime() + SECONDS * 1000).toISOString(),
  };
}

interface Address {
  protocol: string;
  hostname: string;
  path: string;
  headers: { [name: string]: string };
}

/** Returns the URL to which the client would put this object. Sends nothing. */
async function addressOf(s3: S3Client, bucket: string, key: string): Promise<Address> {
  const command = new PutObjectCommand({ Bucket: bucket, Key: key });
  let address: Address | undefined;
  command.middlewareStack.add(
    () => async (args) => {
      // By this step the client has built its HTTP request, although its type is unknown here.
      address = args.request as Address;
      return { output: { $metadata: {} }, response: undefined };
    },
    { step: 'finalizeRequest', priority: 'high', name: 'keepAddress' },
  );
  await s3.send(command);
  if (address === undefined) throw new Error(`The S3 client built no request for ${key}`);
  return address;
}

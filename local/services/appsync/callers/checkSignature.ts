import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { region } from '../../../lib/aws.ts';
import type { Signer } from '../../iam/accessKeys.ts';
import { memberOf } from '../utils/memberOf.ts';

/** The parts of a request that a signature covers. */
export interface SignedRequest {
  method: string;
  path: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}

/** A signature is valid for this long before and after its time. */
const MAX_SKEW_MS = 5 * 60_000;

/**
 * Verifies an AWS Signature Version 4 in the Authorization header ("Create a signed AWS API
 * request") for `appsync` in this stack's region. Throws with the reason.
 */
export function checkSignature(
  request: SignedRequest,
  credentials: Record<string, Signer>,
): Signer {
  const { accessKeyId, scope, signedHeaders, signature } = readAuthorization(request.headers);
  const credential = memberOf(credentials, accessKeyId);
  if (!credential) throw new Error(`there is no access key ${accessKeyId}`);
  if (credential.sessionToken !== undefined) checkToken(request.headers, credential.sessionToken);
  const [date = '', ...where] = scope.split('/');
  const expectedScope = [region, 'appsync', 'aws4_request'];
  if (where.join('/') !== expectedScope.join('/')) {
    throw new Error(`the signature is scoped to ${scope}, expected …/${expectedScope.join('/')}`);
  }
  if (!signedHeaders.includes('host')) throw new Error('the header host is not signed');
  const time = readTime(request.headers['x-amz-date'] ?? '', date);
  const toSign = ['AWS4-HMAC-SHA256', time, scope, hash(canonicalize(request, signedHeaders))].join(
    '\n',
  );
  const key = [date, ...expectedScope].reduce<Buffer | string>(
    (secret, part) => hmac(secret, part),
    `AWS4${credential.secretAccessKey}`,
  );
  const expected = hmac(key, toSign);
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error(`the signature by ${accessKeyId} does not match the request`);
  }
  return credential;
}

/** A temporary key comes with its token ("Using temporary credentials with AWS resources"). */
function checkToken({ 'x-amz-security-token': given = '' }: Record<string, string>, token: string) {
  if (given !== token) throw new Error('the session token is not that of the access key');
}

function readAuthorization({ authorization = '' }: Record<string, string>) {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/.exec(
      authorization,
    );
  if (!match) throw new Error('the Authorization header is not of Signature Version 4');
  const [, accessKeyId, scope, headers, signature] = match as unknown as string[];
  return {
    accessKeyId: accessKeyId as string,
    scope: scope as string,
    signedHeaders: (headers as string).split(';'),
    signature: signature as string,
  };
}

function readTime(time: string, date: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time);
  if (!match || time.slice(0, 8) !== date) throw new Error(`x-amz-date is "${time}"`);
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as number[];
  const at = Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
  if (Math.abs(Date.now() - at) > MAX_SKEW_MS) throw new Error(`the signature is of ${time}`);
  return time;
}

function canonicalize({ method, path, headers, body }: SignedRequest, signed: string[]): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const query = [...searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const lines = signed.map((name) => {
    const value = headers[name];
    if (value === undefined) throw new Error(`the signed header ${name} is missing`);
    return `${name}:${value.trim().replace(/\s+/g, ' ')}\n`;
  });
  // Every service but S3 signs the path encoded twice.
  const encoded = pathname.split('/').map(encode).join('/');
  return [method, encoded, query, lines.join(''), signed.join(';'), hash(body)].join('\n');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const hmac = (key: Buffer | string, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest();

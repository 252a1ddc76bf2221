import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import {
  checkSignature,
  type SignedRequest,
} from '../../services/appsync/callers/checkSignature.ts';
import { CREDENTIALS } from './signRequest.ts';

interface Signing {
  accessKeyId?: string;
  service?: string;
  region?: string;
  signingDate?: Date;
  query?: Record<string, string>;
}

/** A request signed by AWS's own signer. */
async function sign(signing: Signing = {}): Promise<SignedRequest> {
  const { accessKeyId = 'AKLOCAL', query = {}, signingDate = new Date() } = signing;
  const signer = new SignatureV4({
    service: signing.service ?? 'appsync',
    region: signing.region ?? 'ap-northeast-1',
    credentials: { accessKeyId, secretAccessKey: 'secret' },
    sha256: Sha256,
  });
  const body = '{"query":"{ 新刊 }"}';
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: 'api.local',
      path: '/graphql',
      query,
      headers: { host: 'api.local', 'content-type': 'application/json', 'x-own': ' a   b ' },
      body,
    },
    { signingDate },
  );
  const search = new URLSearchParams(query).toString();
  return { method: 'POST', path: search ? `/graphql?${search}` : '/graphql', headers, body };
}

const MINUTE = 60_000;

describe('checkSignature', () => {
  test.each<[string, Signing]>([
    ['is of now', {}],
    ['is four minutes old', { signingDate: new Date(Date.now() - 4 * MINUTE) }],
    ['covers a query', { query: { b: '1', a: '雪 国' } }],
  ])('a signature is accepted if it %s', async (_, signing) => {
    expect(checkSignature(await sign(signing), CREDENTIALS)).toBe(CREDENTIALS.AKLOCAL);
  });

  test.each<[string, Signing, string]>([
    ['nobody has the key', { accessKeyId: 'AKOTHER' }, 'no access key AKOTHER'],
    ['the key is a word of JavaScript', { accessKeyId: 'toString' }, 'no access key toString'],
    ['it is for another service', { service: 'execute-api' }, 'is scoped to'],
    ['it is for another region', { region: 'us-east-1' }, 'is scoped to'],
    ['it is too old', { signingDate: new Date(Date.now() - 6 * MINUTE) }, 'the signature is of'],
    ['it is of a time to come', { signingDate: new Date(Date.now() + 6 * MINUTE) }, 'is of'],
  ])('a signature is rejected if %s', async (_, signing, reason) => {
    const request = await sign(signing);
    expect(() => checkSignature(request, CREDENTIALS)).toThrow(reason);
  });

  const alter = (headers: Record<string, string>, name: string, from: RegExp, to: string) => ({
    ...headers,
    [name]: (headers[name] ?? '').replace(from, to),
  });
  test.each<[string, (request: SignedRequest) => Partial<SignedRequest>, string]>([
    ['another body', () => ({ body: '{}' }), 'does not match'],
    ['another method', () => ({ method: 'PUT' }), 'does not match'],
    ['another path', () => ({ path: '/graphql/connect' }), 'does not match'],
    ['a query besides', () => ({ path: '/graphql?a=1' }), 'does not match'],
    [
      'another value of a signed header',
      ({ headers }) => ({ headers: { ...headers, 'x-own': 'c' } }),
      'does not match',
    ],
    [
      'a signed header that is missing',
      ({ headers: { 'x-own': _, ...headers } }) => ({ headers }),
      'the signed header x-own is missing',
    ],
    [
      'a host that is not signed',
      ({ headers }) => ({ headers: alter(headers, 'authorization', /host;/, '') }),
      'host is not signed',
    ],
    [
      'another day than its time',
      ({ headers }) => ({ headers: alter(headers, 'authorization', /\/\d{8}\//, '/20200101/') }),
      'x-amz-date is',
    ],
    [
      'no day',
      ({ headers }) => ({ headers: alter(headers, 'authorization', /\/\d{8}\//, '//') }),
      'x-amz-date is',
    ],
    [
      'half a signature',
      ({ headers }) => ({ headers: alter(headers, 'authorization', /.{32}$/, '') }),
      'does not match',
    ],
    [
      'another scheme',
      ({ headers }) => ({ headers: alter(headers, 'authorization', /^AWS4/, 'AWS5') }),
      'not of Signature Version 4',
    ],
  ])('a signature does not cover %s', async (_, change, reason) => {
    const request = await sign();
    expect(() => checkSignature({ ...request, ...change(request) }, CREDENTIALS)).toThrow(reason);
  });
});

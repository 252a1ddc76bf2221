import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { signedGraphql } from '../../../../services/lib/api/signedGraphql.ts';
import { publishMutation } from '../../../../services/release/publishMutation.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function apiThatAnswers(status: number, body: string) {
  const seen: { headers: IncomingMessage['headers']; body: string }[] = [];
  const api = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  server = api;
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const { port } = api.address() as AddressInfo;
  const ask = signedGraphql(
    { url: new URL(`http://127.0.0.1:${port}/graphql`), region: 'ap-northeast-1' },
    async () => ({
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'secret',
      sessionToken: 'session',
    }),
  );
  return { ask, seen };
}

test('signedGraphql signs requests for AppSync with the session of the role', async () => {
  const { ask, seen } = await apiThatAnswers(200, '{"data":{"e0":{"seq":"1"}}}');
  expect(await ask(publishMutation(['1']))).toEqual({ data: { e0: { seq: '1' } }, errors: [] });
  const headers = seen[0]?.headers;
  expect(headers?.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/ap-northeast-1\/appsync\/aws4_request, SignedHeaders=content-type;host;/,
  );
  expect(headers?.['x-amz-security-token']).toBe('session');
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual(publishMutation(['1']));
});

test.each([
  [401, '{"errors":[{"message":"You are not authorized to make this call."}]}'],
  [429, 'Too many requests'],
  [502, '<html>bad gateway</html>'],
  [200, 'not JSON'],
])(
  'signedGraphql throws an error that shows an answer of %i without a result',
  async (status, body) => {
    const { ask } = await apiThatAnswers(status, body);
    await expect(ask(publishMutation(['1']))).rejects.toMatchObject({
      name: 'ApiUnanswered',
      message: expect.stringContaining(`${status}`),
    });
  },
);

test('signedGraphql throws an error with the cause if the API is unreachable', async () => {
  const { ask } = await apiThatAnswers(200, '{}');
  await new Promise((resolve) => server?.close(resolve));
  await expect(ask(publishMutation(['1']))).rejects.toMatchObject({
    name: 'ApiUnanswered',
    cause: expect.anything(),
  });
});

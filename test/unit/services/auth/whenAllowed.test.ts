import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterEach, expect, it } from 'vitest';
import { openSigner } from '../../../../services/auth/signer.ts';
import { whenAllowed } from '../../../../services/auth/whenAllowed.ts';

let server: Server | undefined;
let kms: KMSClient | undefined;
afterEach(() => {
  kms?.destroy();
  server?.close();
});

/** A KMS that answers this many requests with this error, and then with a public key. */
async function aKms(error: string, times: number) {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const PublicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const seen = { requests: 0 };
  const listening = createServer((_request, response) => {
    seen.requests += 1;
    const refused = seen.requests <= times;
    response
      .writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(refused ? { __type: error, message: 'no' } : { PublicKey }));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const client = new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  kms = client;
  return { seen, opens: () => whenAllowed(() => openSigner(client, 'key'), [1, 1, 1]) };
}

it('whenAllowed retries until the permission to read a key has propagated', async () => {
  const { seen, opens } = await aKms('AccessDeniedException', 3);
  expect((await opens()).jwk.kid).toHaveLength(43);
  expect(seen.requests).toBe(4);
});

it('whenAllowed throws the service’s error if the permission never propagates', async () => {
  const { opens } = await aKms('AccessDeniedException', 9);
  await expect(opens()).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

it('whenAllowed does not retry errors that are not about permissions', async () => {
  const { seen, opens } = await aKms('NotFoundException', 9);
  await expect(opens()).rejects.toMatchObject({ name: 'NotFoundException' });
  expect(seen.requests).toBe(1);
});

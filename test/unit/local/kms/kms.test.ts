import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resource } from '../../../../local/resource.ts';
import { type Kms, startKms } from '../../../../local/services/kms/startKms.ts';

const dir = mkdtempSync(join(tmpdir(), 'shinkan-kms-'));
const keys = [
  key('rsa', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
  key('ec', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  key('symmetric', {}),
  {
    ...key('alias/tokens', { AliasName: 'alias/tokens', TargetKeyId: 'rsa' }),
    type: 'AWS::KMS::Alias',
  },
];
const message = Buffer.from('雪国の灯');
let kms: Kms;
let client: KMSClient;

beforeAll(async () => {
  kms = await startKms({ dir, port: 0, keys, log: () => {} });
  client = clientOf(kms);
});
afterAll(() => kms.stop());

test('an RSA signature verifies with the public key that KMS gives', async () => {
  const { Signature } = await client.send(signWith('rsa', 'RSASSA_PKCS1_V1_5_SHA_256'));
  expect(verify('sha256', message, await publicKey('rsa'), Signature as Uint8Array)).toBe(true);
});

test('a digest signed is the same as its message signed', async () => {
  const digest = createHash('sha256').update(message).digest();
  const asDigest = await client.send(
    new SignCommand({
      KeyId: 'alias/tokens',
      Message: digest,
      MessageType: 'DIGEST',
      SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256',
    }),
  );
  const asMessage = await client.send(signWith('rsa', 'RSASSA_PKCS1_V1_5_SHA_256'));
  expect(asDigest.Signature).toEqual(asMessage.Signature);
});

test('a PSS signature has a salt as long as its digest', async () => {
  const { Signature } = await client.send(signWith('rsa', 'RSASSA_PSS_SHA_256'));
  const key = await publicKey('rsa');
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  expect(verify('sha256', message, { key, ...padding }, Signature as Uint8Array)).toBe(true);
});

test('an ECDSA signature is DER-encoded', async () => {
  const { Signature } = await client.send(signWith('ec', 'ECDSA_SHA_256'));
  const key = await publicKey('ec');
  const der = { key, dsaEncoding: 'der' as const };
  expect(verify('sha256', message, der, Signature as Uint8Array)).toBe(true);
});

test('a restarted stack signs with the same key, which only its owner can read', async () => {
  const before = await publicKey('rsa');
  await kms.stop();
  kms = await startKms({ dir, port: 0, keys, log: () => {} });
  client = clientOf(kms);
  expect((await publicKey('rsa')).equals(before)).toBe(true);
  const modes = readdirSync(join(dir, 'kms')).map(
    (f) => statSync(join(dir, 'kms', f)).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600]);
});

test('what KMS says of a key', async () => {
  const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: 'rsa' }));
  expect(KeyMetadata).toMatchObject({ KeyId: 'rsa', KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
});

test.each([
  ['an unknown key', signWith('nobody', 'RSASSA_PSS_SHA_256'), 'NotFoundException', /nobody/],
  [
    'an algorithm of another key spec',
    signWith('rsa', 'ECDSA_SHA_256'),
    'InvalidKeyUsageException',
    /RSA_2048/,
  ],
  [
    'signing with a symmetric key',
    signWith('symmetric', 'RSASSA_PSS_SHA_256'),
    'UnsupportedOperationException',
    /Sign on .*symmetric/,
  ],
])('%s is refused', async (_, command, name, why) => {
  await expect(client.send(command)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(why),
  });
});

test('an operation that is not emulated is refused by its name', async () => {
  const command = new EncryptCommand({ KeyId: 'symmetric', Plaintext: message });
  await expect(client.send(command)).rejects.toThrow('TrentService.Encrypt is not emulated');
});

test('a key that cannot be had here stops the start and is named', async () => {
  const hmac = key('hmac', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  await expect(startKms({ dir, port: 0, keys: [hmac], log: () => {} })).rejects.toThrow(
    /Data\.hmac.*HMAC_256/,
  );
});

function key(ref: string, properties: Resource['properties']): Resource {
  return { stack: 'Data', logicalId: ref, type: 'AWS::KMS::Key', properties, ref };
}

function signWith(
  KeyId: string,
  SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' | 'RSASSA_PSS_SHA_256' | 'ECDSA_SHA_256',
) {
  return new SignCommand({ KeyId, Message: message, SigningAlgorithm });
}

async function publicKey(KeyId: string) {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
}

function clientOf({ url }: Kms) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new KMSClient({ endpoint: url, region: 'ap-northeast-1', credentials, maxAttempts: 1 });
}

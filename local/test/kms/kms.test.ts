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
  type SignCommandInput,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resource } from '../../lib/resource.ts';
import { type Kms, startKms } from '../../services/kms/startKms.ts';

const dir = mkdtempSync(join(tmpdir(), 'shinkan-kms-'));
const keys = [
  key('rsa', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
  key('ec', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }),
  key('ec384', { KeySpec: 'ECC_NIST_P384', KeyUsage: 'SIGN_VERIFY' }),
  key('ec521', { KeySpec: 'ECC_NIST_P521', KeyUsage: 'SIGN_VERIFY' }),
  key('symmetric', {}),
  {
    ...key('alias/tokens', { AliasName: 'alias/tokens', TargetKeyId: 'rsa' }),
    type: 'AWS::KMS::Alias',
  },
];
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING };
const message = Buffer.from('雪国の灯');
let kms: Kms;
let client: KMSClient;

beforeAll(async () => {
  kms = await startKms({ dir, port: 0, keys, log: () => {} });
  client = clientOf(kms);
});
afterAll(() => kms.stop());

test('an RSA signature verifies with the public key from KMS', async () => {
  const { Signature } = await client.send(signWith('rsa', 'RSASSA_PKCS1_V1_5_SHA_256'));
  expect(verify('sha256', message, await publicKey('rsa'), Signature as Uint8Array)).toBe(true);
});

// Signs the digest without the message, then verifies with the message.
test.each([
  ['rsa', 'RSASSA_PKCS1_V1_5_SHA_256', 'sha256', {}],
  ['alias/tokens', 'RSASSA_PKCS1_V1_5_SHA_512', 'sha512', {}],
  ['rsa', 'RSASSA_PSS_SHA_256', 'sha256', { ...PSS, saltLength: 32 }],
  ['rsa', 'RSASSA_PSS_SHA_384', 'sha384', { ...PSS, saltLength: 48 }],
  ['ec', 'ECDSA_SHA_256', 'sha256', {}],
  ['ec384', 'ECDSA_SHA_384', 'sha384', {}],
  ['ec521', 'ECDSA_SHA_512', 'sha512', {}],
] as const)('%s signs a digest with %s', async (KeyId, SigningAlgorithm, hash, padding) => {
  const key = await publicKey(KeyId);
  // Numbers with leading zero bits need care and occur by chance.
  for (let round = 0; round < 20; round += 1) {
    const text = `${message}${round}`;
    const Message = createHash(hash).update(text).digest();
    const { Signature = new Uint8Array() } = await client.send(
      new SignCommand({ KeyId, Message, MessageType: 'DIGEST', SigningAlgorithm }),
    );
    expect(verify(hash, Buffer.from(text), { key, ...padding }, Signature)).toBe(true);
    expect(verify(hash, message, { key, ...padding }, Signature)).toBe(false);
  }
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
  expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
});

test('DescribeKey describes a key', async () => {
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
  [
    'a message of more than 4,096 bytes',
    signWith('rsa', 'RSASSA_PSS_SHA_256', { Message: Buffer.alloc(4097) }),
    'ValidationException',
    /4097 bytes/,
  ],
  [
    'a digest of another length',
    signWith('ec', 'ECDSA_SHA_256', { Message: Buffer.alloc(20), MessageType: 'DIGEST' }),
    'ValidationException',
    /20 bytes long, expected 32/,
  ],
  [
    'another type of message',
    signWith('rsa', 'RSASSA_PSS_SHA_256', { MessageType: 'EXTERNAL_MU' }),
    'ValidationException',
    /EXTERNAL_MU: expected RAW or DIGEST/,
  ],
  [
    'a trial',
    signWith('rsa', 'RSASSA_PSS_SHA_256', { DryRun: true }),
    'DryRunOperationException',
    /would have succeeded/,
  ],
])('%s is rejected', async (_, command, name, why) => {
  await expect(client.send(command)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(why),
  });
});

test('another process can set faults', async () => {
  for (const fault of ['ThrottlingException', 'KMSInternalException', 'KeyUnavailableException']) {
    await fetch(`${kms.url}/_local/faults`, {
      method: 'PUT',
      body: JSON.stringify({ faults: [{ operation: 'Sign', fault, times: 1 }] }),
    });
    const signed = client.send(signWith('rsa', 'RSASSA_PSS_SHA_256'));
    await expect(signed).rejects.toMatchObject({ name: fault });
  }
  await client.send(signWith('rsa', 'RSASSA_PSS_SHA_256'));
});

test('an operation that is not emulated is rejected by name', async () => {
  const command = new EncryptCommand({ KeyId: 'symmetric', Plaintext: message });
  await expect(client.send(command)).rejects.toThrow('TrentService.Encrypt is not emulated');
});

test('an unsupported key stops the start, by name', async () => {
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
  more: Partial<SignCommandInput> = {},
) {
  return new SignCommand({ KeyId, Message: message, SigningAlgorithm, ...more });
}

async function publicKey(KeyId: string) {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
}

function clientOf({ url }: Kms) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new KMSClient({ endpoint: url, region: 'ap-northeast-1', credentials, maxAttempts: 1 });
}

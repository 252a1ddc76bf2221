import { createPublicKey } from 'node:crypto';
import { accountId } from '../../lib/aws.ts';
import type { Resource } from '../../lib/resource.ts';
import { AwsError } from '../protocol/awsError.ts';
import { Faults } from '../protocol/faults.ts';
import { type Operation, serveAwsJson } from '../protocol/serveAwsJson.ts';
import { findKey, findSigningKey, type SigningKey } from './findKey.ts';
import { type Key, openKey } from './key.ts';
import { sign } from './sign.ts';

export interface KmsOptions {
  /** Keys are kept in `<dir>/kms`. */
  dir: string;
  port: number;
  /** The AWS::KMS::Key and AWS::KMS::Alias resources; `ref` is the key id or the alias name. */
  keys: Resource[];
  log: (line: string) => void;
}

export interface Kms {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves Sign, GetPublicKey and DescribeKey for the template's keys; rejects every other operation
 * by name.
 */
export async function startKms({ dir, port, keys: resources, log }: KmsOptions): Promise<Kms> {
  const keys = resources
    .filter(({ type }) => type === 'AWS::KMS::Key')
    .map((resource) => openKey(resource, dir));
  const aliases = new Map(
    resources
      .filter(({ type }) => type === 'AWS::KMS::Alias')
      .map(({ properties }) => [String(properties.AliasName), String(properties.TargetKeyId)]),
  );
  const ring = { keys, aliases };
  const operations = new Map<string, Operation>([
    ['DescribeKey', ({ KeyId }) => ({ KeyMetadata: describe(findKey(ring, KeyId)) })],
    ['GetPublicKey', ({ KeyId }) => publicHalf(findSigningKey(ring, KeyId, 'GetPublicKey'))],
    ['Sign', (input) => signWith(findSigningKey(ring, input.KeyId, 'Sign'), input)],
  ]);
  const faults = new Faults({ operations: [...operations.keys()], errors });
  return serveAwsJson({ port, version: '1.1', target: 'TrentService', operations, faults, log });
}

const failed = (name: string, status = 400) => ({
  [name]: () => new AwsError(name, `${name}, as requested by a fault.`, status),
});

// Sign's errors according to the API reference, and throttling.
const errors = {
  ThrottlingException: () => new AwsError('ThrottlingException', 'Rate exceeded'),
  ...failed('KMSInternalException', 500),
  ...failed('DependencyTimeoutException', 500),
  ...failed('KeyUnavailableException', 500),
  ...failed('KMSInvalidStateException'),
  ...failed('DisabledException'),
  ...failed('AccessDeniedException'),
};

// The service checks no permissions, so a grant has no effect.
const SIGN_MEMBERS = [
  ...['KeyId', 'Message', 'MessageType', 'SigningAlgorithm', 'DryRun', 'GrantTokens'],
];

function signWith(key: SigningKey, input: Record<string, unknown>) {
  const unknown = Object.keys(input).find((name) => !SIGN_MEMBERS.includes(name));
  if (unknown) throw new AwsError('ValidationException', `Sign with ${unknown} is not emulated`);
  const { Message = '', MessageType = 'RAW', SigningAlgorithm } = input;
  const algorithm = String(SigningAlgorithm);
  if (!key.algorithms.includes(algorithm)) {
    const seen = `Algorithm ${algorithm} is incompatible with key spec ${key.spec}`;
    const expected = `expected one of ${key.algorithms.join(', ')}`;
    throw new AwsError('InvalidKeyUsageException', `${seen}: ${expected}`);
  }
  const message = Buffer.from(String(Message), 'base64');
  if (input.DryRun === true) {
    const told = 'The request would have succeeded, but the DryRun option is set.';
    throw new AwsError('DryRunOperationException', told, 412);
  }
  const signature = sign(key.privateKey, { message, messageType: String(MessageType), algorithm });
  return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm: algorithm };
}

function describe(key: Key) {
  return {
    AWSAccountId: accountId,
    KeyId: key.id,
    Arn: key.arn,
    Description: key.description,
    Enabled: key.enabled,
    KeyState: key.enabled ? 'Enabled' : 'Disabled',
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyUsage: key.usage,
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
    MultiRegion: false,
    ...(key.privateKey && { SigningAlgorithms: key.algorithms }),
  };
}

function publicHalf(key: SigningKey) {
  const der = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' });
  return {
    KeyId: key.arn,
    PublicKey: der.toString('base64'),
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyUsage: key.usage,
    SigningAlgorithms: key.algorithms,
  };
}

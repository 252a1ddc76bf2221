import { createPublicKey } from 'node:crypto';
import type { Resource } from '../../resource.ts';
import { AwsError } from '../protocol/awsError.ts';
import { serveAwsJson } from '../protocol/serveAwsJson.ts';
import { findKey, findSigningKey } from './findKey.ts';
import { type Key, openKey } from './key.ts';
import { sign } from './sign.ts';

export interface KmsOptions {
  /** Keys are kept below `<dir>/kms`. */
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

/** Serves Sign, GetPublicKey and DescribeKey for the keys of the template; every other operation is refused by name. */
export async function startKms({ dir, port, keys: resources, log }: KmsOptions): Promise<Kms> {
  const keys = resources
    .filter(({ type }) => type === 'AWS::KMS::Key')
    .map((resource) => openKey(resource, dir));
  const aliases = new Map(
    resources
      .filter(({ type }) => type === 'AWS::KMS::Alias')
      .map(({ properties }) => [String(properties.AliasName), String(properties.TargetKeyId)]),
  );
  return serveAwsJson({
    port,
    version: '1.1',
    target: 'TrentService',
    log,
    operations: {
      DescribeKey: ({ KeyId }) => ({ KeyMetadata: describe(findKey(keys, aliases, KeyId)) }),
      GetPublicKey: ({ KeyId }) => publicHalf(findSigningKey(keys, aliases, KeyId, 'GetPublicKey')),
      Sign: ({ KeyId, Message, MessageType = 'RAW', SigningAlgorithm }) => {
        const key = findSigningKey(keys, aliases, KeyId, 'Sign');
        const algorithm = String(SigningAlgorithm);
        if (!key.algorithms.includes(algorithm)) {
          const expected = `expected one of ${key.algorithms.join(', ')}`;
          throw new AwsError(
            'InvalidKeyUsageException',
            `Algorithm ${algorithm} is incompatible with key spec ${key.spec}: ${expected}`,
          );
        }
        const message = Buffer.from(String(Message ?? ''), 'base64');
        const signature = sign(key.privateKey, {
          message,
          messageType: String(MessageType),
          algorithm,
        });
        return {
          KeyId: key.arn,
          Signature: signature.toString('base64'),
          SigningAlgorithm: algorithm,
        };
      },
    },
  });
}

function describe(key: Key) {
  return {
    AWSAccountId: '000000000000',
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

function publicHalf(key: ReturnType<typeof findSigningKey>) {
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

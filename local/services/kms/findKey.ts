import type { KeyObject } from 'node:crypto';
import { AwsError } from '../protocol/awsError.ts';
import type { Key } from './key.ts';

/** All keys, and the key id of each alias name. */
export interface KeyRing {
  keys: Key[];
  aliases: Map<string, string>;
}

export type SigningKey = Key & { privateKey: KeyObject };

/** Finds a key by its id, its ARN, or an alias name or ARN, as KMS's `KeyId` allows. */
export function findKey({ keys, aliases }: KeyRing, keyId: unknown): Key {
  const asked = String(keyId);
  const name = asked.startsWith('arn:') ? asked.split(':').slice(5).join(':') : asked;
  const target = name.startsWith('alias/') ? aliases.get(name) : name.replace(/^key\//, '');
  const key = keys.find(({ id, arn }) => id === target || arn === target);
  if (!key) throw new AwsError('NotFoundException', `Key '${asked}' does not exist`);
  return key;
}

/**
 * Like findKey, for operations that need the private or public key: only signing keys have them.
 */
export function findSigningKey(ring: KeyRing, keyId: unknown, operation: string): SigningKey {
  const key = findKey(ring, keyId);
  if (!key.enabled) throw new AwsError('DisabledException', `${key.arn} is disabled.`);
  if (!key.privateKey) {
    const message = `${operation} on ${key.arn}: a ${key.spec} key is only listed on this machine, not emulated`;
    throw new AwsError('UnsupportedOperationException', message);
  }
  return { ...key, privateKey: key.privateKey };
}

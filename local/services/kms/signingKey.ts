import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeySpec } from './keySpec.ts';

/**
 * Opens the private key of one KMS key: created once, then kept in a file that only its owner may
 * read, so that tokens signed before a restart still verify after it.
 */
export function openSigningKey(dir: string, keyId: string, spec: KeySpec): KeyObject {
  const folder = join(dir, 'kms');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${encodeURIComponent(keyId)}.pem`);
  if (!existsSync(file)) {
    const pem = generate(spec).export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(`${file}.new`, pem, { mode: 0o600 });
    renameSync(`${file}.new`, file); // a stack killed here leaves no partial key behind
  }
  chmodSync(file, 0o600);
  return createPrivateKey(readFileSync(file));
}

function generate({ generate: how }: KeySpec): KeyObject {
  return how.type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: how.modulusLength }).privateKey
    : generateKeyPairSync('ec', { namedCurve: how.namedCurve }).privateKey;
}

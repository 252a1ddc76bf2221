import type { KeyObject } from 'node:crypto';
import { refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';
import { KEY_SPECS } from './keySpec.ts';
import { openSigningKey } from './signingKey.ts';

/**
 * One AWS::KMS::Key. `privateKey` is null for a symmetric encryption key, which supports no
 * operation here.
 */
export interface Key {
  id: string;
  arn: string;
  spec: string;
  usage: string;
  description: string;
  enabled: boolean;
  algorithms: string[];
  privateKey: KeyObject | null;
}

const HONOURED = ['KeySpec', 'KeyUsage', 'Description', 'Enabled'];
// Permissions are not checked here, and AWS does not rotate signing keys either.
const HARMLESS = [
  ...['KeyPolicy', 'EnableKeyRotation', 'RotationPeriodInDays', 'PendingWindowInDays', 'Tags'],
  'BypassPolicyLockoutSafetyCheck',
];

/** Opens the key of a template resource. Throws for an unsupported kind of key. */
export function openKey(resource: Resource, dir: string): Key {
  refuseUnknownProperties(resource, HONOURED, HARMLESS);
  const {
    KeySpec = 'SYMMETRIC_DEFAULT',
    KeyUsage = 'ENCRYPT_DECRYPT',
    Description = '',
    Enabled = true,
  } = resource.properties;
  const spec = String(KeySpec);
  const usage = String(KeyUsage);
  const signs = usage === 'SIGN_VERIFY' && Object.hasOwn(KEY_SPECS, spec);
  if (!signs && spec !== 'SYMMETRIC_DEFAULT') {
    throw new Error(
      `${resource.stack}.${resource.logicalId}: a KMS key with KeySpec ${spec} and KeyUsage ${usage} is not emulated; ` +
        `expected SIGN_VERIFY with one of ${Object.keys(KEY_SPECS).join(', ')}, or SYMMETRIC_DEFAULT`,
    );
  }
  const id = resource.ref.split('/').at(-1) ?? resource.ref;
  const keySpec = KEY_SPECS[spec];
  return {
    id,
    arn: resource.ref.startsWith('arn:')
      ? resource.ref
      : `arn:aws:kms:ap-northeast-1:000000000000:key/${id}`,
    spec,
    usage,
    description: String(Description),
    enabled: Enabled !== false && Enabled !== 'false',
    algorithms: keySpec?.algorithms ?? ['SYMMETRIC_DEFAULT'],
    privateKey: signs && keySpec ? openSigningKey(dir, id, keySpec) : null,
  };
}

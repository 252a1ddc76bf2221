import { refuseUnknownMembers, refuseUnknownProperties } from '../../lib/refuse.ts';
import type { Resource } from '../../lib/resource.ts';
import { type GenerateSecretString, generateSecret, type SecretStore } from './secretStore.ts';

const MEMBERS: readonly (keyof GenerateSecretString)[] = [
  ...(['PasswordLength', 'ExcludeCharacters', 'ExcludeLowercase', 'ExcludeUppercase'] as const),
  ...(['ExcludeNumbers', 'ExcludePunctuation', 'IncludeSpace'] as const),
  ...(['RequireEachIncludedType', 'SecretStringTemplate', 'GenerateStringKey'] as const),
];

/** Generates the value of every `AWS::SecretsManager::Secret` that has none yet. */
export function createSecrets(resources: Resource[], store: SecretStore): void {
  for (const resource of resources) {
    if (resource.type !== 'AWS::SecretsManager::Secret') continue;
    refuseUnknownProperties(
      resource,
      ['GenerateSecretString', 'SecretString', 'Name'],
      ['Description', 'KmsKeyId', 'Tags'],
    );
    const { SecretString: given, GenerateSecretString: rule } = resource.properties;
    refuseUnknownMembers(resource, 'GenerateSecretString', rule ?? {}, MEMBERS);
    store.keep(resource.ref, () =>
      typeof given === 'string' ? given : generateSecret((rule ?? {}) as GenerateSecretString),
    );
  }
}

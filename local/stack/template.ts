import { type Assembly, readAssembly } from '../services/cloudformation/readAssembly.ts';
import {
  type DeployedStacks,
  type ResolveSettings,
  resolveStacks,
} from '../services/cloudformation/resolveStacks.ts';
import { createSecrets } from '../services/secretsmanager/createSecrets.ts';
import type { SecretStore } from '../services/secretsmanager/secretStore.ts';

export type { Assembly, DeployedStacks };

/** A cloud assembly with all intrinsic functions resolved to local values. */
export interface ResolvedTemplate extends DeployedStacks {
  assembly: Assembly;
}

/** Returns the given names that are not parameters of any stack. */
export function unknownParameters(
  { assembly }: ResolvedTemplate,
  given: { [name: string]: string },
): string[] {
  const declared = assembly.stacks.flatMap(({ template }) =>
    Object.keys(template.Parameters ?? {}),
  );
  return Object.keys(given).filter((name) => !declared.includes(name));
}

/**
 * Reads the cloud assembly in `directory` and resolves its stacks. Creates secrets first, since
 * other resources read their values.
 */
export function readTemplate(
  directory: string,
  settings: Omit<ResolveSettings, 'secret' | 'only'>,
  secrets: SecretStore,
): ResolvedTemplate {
  const assembly = readAssembly(directory);
  const secret = (reference: string) => secrets.resolve(reference);
  const only = 'AWS::SecretsManager::Secret';
  createSecrets(resolveStacks(assembly, { ...settings, secret, only }).resources, secrets);
  return { assembly, ...resolveStacks(assembly, { ...settings, secret }) };
}

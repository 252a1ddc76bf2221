import { NotEmulated, nameOf } from '../../lib/refuse.ts';
import type { StackTemplate } from './readAssembly.ts';

/** "Template sections": those that are evaluated and those with no effect at runtime. */
const SECTIONS = [
  ...['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Mappings'],
  ...['Conditions', 'Resources', 'Outputs', 'Rules'],
];

/** CDK's check of its bootstrap version in the account. */
const IGNORED_RULES = ['CheckBootstrapVersion'];

/**
 * "Resource attributes". Those about retention and replacement have no meaning here: local stacks
 * are never updated.
 */
const ATTRIBUTES = [
  ...['Type', 'Properties', 'DependsOn', 'Condition', 'Metadata'],
  ...['DeletionPolicy', 'UpdateReplacePolicy'],
];

/**
 * Throws for a section, a rule or a resource attribute that is neither evaluated nor known to have
 * no effect.
 */
export function refuseSections({ name, template }: StackTemplate): void {
  const section = Object.keys(template).find((key) => !SECTIONS.includes(key));
  if (section !== undefined) throw new NotEmulated(`${name}: section ${section} is not emulated`);
  const rule = Object.keys(template.Rules ?? {}).find((key) => !IGNORED_RULES.includes(key));
  if (rule !== undefined) throw new NotEmulated(`${name}: rule ${rule} is not emulated`);
  for (const [logicalId, resource] of Object.entries(template.Resources ?? {})) {
    const attribute = Object.keys(resource).find((key) => !ATTRIBUTES.includes(key));
    if (attribute === undefined) continue;
    const owner = nameOf({ stack: name, logicalId, type: resource.Type });
    throw new NotEmulated(`${owner}: attribute ${attribute} is not emulated`);
  }
}

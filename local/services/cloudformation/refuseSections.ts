import { NotEmulated, nameOf } from '../../lib/refuse.ts';
import type { StackTemplate } from './readAssembly.ts';

/** "Template sections": what is evaluated, and what says nothing about what runs. */
const SECTIONS = [
  ...['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Mappings'],
  ...['Conditions', 'Resources', 'Outputs', 'Rules'],
];

/** The rule by which CDK checks its own tools in the account. */
const IGNORED_RULES = ['CheckBootstrapVersion'];

/** "Resource attributes". What is kept or replaced when a stack changes has no meaning here: none ever does. */
const ATTRIBUTES = [
  ...['Type', 'Properties', 'DependsOn', 'Condition', 'Metadata'],
  ...['DeletionPolicy', 'UpdateReplacePolicy'],
];

/** Stops at a section, a rule or an attribute of a resource that is neither evaluated nor known to change nothing. */
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

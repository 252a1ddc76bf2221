import { accountId, arn, region } from '../../lib/aws.ts';
import { NotEmulated, nameOf } from '../../lib/refuse.ts';
import type { Json, Resource } from '../../lib/resource.ts';
import { evaluate, evaluateCondition, NOTHING, type Scope } from './evaluate.ts';
import { type Identity, identifyIgnored, identities, type PublicAddresses } from './identities.ts';
import { ignoredTypes } from './ignoredTypes.ts';
import type { Assembly, StackTemplate, TemplateResource } from './readAssembly.ts';
import { readParameter } from './readParameter.ts';
import { refuseSections } from './refuseSections.ts';

/** A resolved resource with details needed only inside the local stack. */
export interface DeployedResource extends Resource {
  attributes: { [name: string]: Json };
  /** The logical ids in the same stack on which it depends: `DependsOn` and references. */
  dependsOn: string[];
}

export interface DeployedStacks {
  /** Each stack comes after those it depends on. Ignored types are omitted. */
  resources: DeployedResource[];
  /** The resources of one ignored type. */
  ignored(type: string): Resource[];
  outputs: { [stack: string]: { [name: string]: Json } };
}

export interface ResolveSettings {
  parameters: { [name: string]: string };
  addresses: PublicAddresses;
  /** The value of a `{{resolve:secretsmanager:…}}` reference. */
  secret(reference: string): string;
  /** Resolves only resources of this type. */
  only?: string;
}

/**
 * Resolves every stack of the assembly. Throws for a resource type that is neither emulated nor
 * ignored.
 */
export function resolveStacks(assembly: Assembly, settings: ResolveSettings): DeployedStacks {
  const exports = new Map<string, Json>();
  const outputs: DeployedStacks['outputs'] = {};
  const resources: DeployedResource[] = [];
  const ignored: { type: string; resolve: () => Resource }[] = [];
  for (const { name } of assembly.stacks) outputs[name] = {};
  for (const stack of assembly.stacks) {
    const resolved = resolveStack(stack, settings, exports);
    resources.push(...resolved.resources());
    ignored.push(...resolved.ignored);
    outputs[stack.name] = resolved.outputs();
  }
  return {
    resources,
    ignored: (type) =>
      ignored.filter((found) => found.type === type).map(({ resolve }) => resolve()),
    outputs,
  };
}

function resolveStack(stack: StackTemplate, settings: ResolveSettings, exports: Map<string, Json>) {
  refuseSections(stack);
  const { template, name: stackName } = stack;
  const conditions = new Map<string, boolean>();
  const known = new Map<string, Identity>();
  const declared = Object.entries(template.Resources ?? {}).filter(
    ([, resource]) => resource.Condition === undefined || conditionHolds(resource.Condition),
  );
  const byId = new Map(declared);
  for (const [logicalId, { Type: type }] of declared) {
    if (type in identities || type in ignoredTypes) continue;
    throw new NotEmulated(
      `${nameOf({ stack: stackName, logicalId, type })}: this resource type is neither run locally nor on the list of ignored types`,
    );
  }

  return {
    resources: () =>
      declared
        .filter(([, { Type }]) => Type in identities && (settings.only ?? Type) === Type)
        .map(([logicalId, resource]) => resolve(logicalId, resource)),
    ignored: declared
      .filter(([, { Type }]) => Type in ignoredTypes)
      .map(([logicalId, resource]) => ({
        type: resource.Type,
        resolve: () => resolve(logicalId, resource),
      })),
    outputs: resolveOutputs,
  };

  function resolve(logicalId: string, resource: TemplateResource): DeployedResource {
    const references = new Set<string>();
    const scope = scopeAt(`${stackName}/${logicalId}`, resource.Type, references);
    const properties = evaluate(resource.Properties ?? {}, scope) as Resource['properties'];
    const explicit = resource.DependsOn ?? [];
    return {
      stack: stackName,
      logicalId,
      type: resource.Type,
      properties,
      ...identify(logicalId),
      dependsOn: [...(typeof explicit === 'string' ? [explicit] : explicit), ...references],
    };
  }

  function resolveOutputs(): { [name: string]: Json } {
    const values: { [name: string]: Json } = {};
    for (const [name, output] of Object.entries(template.Outputs ?? {})) {
      if (output.Condition !== undefined && !conditionHolds(output.Condition)) continue;
      const scope = scopeAt(`${stackName}, output ${name}`);
      const value = evaluate(output.Value, scope);
      values[name] = value;
      const exported = output.Export && evaluate(output.Export.Name, scope);
      if (typeof exported === 'string') exports.set(exported, value);
    }
    return values;
  }

  function identify(logicalId: string): Identity {
    const found = known.get(logicalId);
    if (found !== undefined) return found;
    const resource = byId.get(logicalId);
    if (resource === undefined) throw new Error(`${stackName} has no resource ${logicalId}`);
    const scope = scopeAt(`${stackName}/${logicalId}`, resource.Type);
    const described = {
      stack: stackName,
      logicalId,
      type: resource.Type,
      property: (name: string) => {
        const value = resource.Properties?.[name];
        return value === undefined ? undefined : evaluate(value, scope);
      },
    };
    const identity =
      identities[resource.Type]?.(described, settings.addresses) ?? identifyIgnored(described);
    known.set(logicalId, identity);
    return identity;
  }

  function scopeAt(place: string, type?: string, references?: Set<string>): Scope {
    return {
      place,
      ref(name) {
        if (name.startsWith('AWS::')) return pseudoParameter(name, stackName);
        const declared = template.Parameters?.[name];
        if (declared !== undefined) {
          return readParameter(stackName, name, declared, settings.parameters[name]);
        }
        references?.add(name);
        return identify(name).ref;
      },
      attribute(logicalId, attribute) {
        references?.add(logicalId);
        return attributeOf(logicalId, attribute, place);
      },
      condition: conditionHolds,
      mapping(map, key, second) {
        const value = template.Mappings?.[map]?.[key]?.[second];
        if (value === undefined) throw new Error(`${place}: no mapping ${map}.${key}.${second}`);
        return value;
      },
      imported(name) {
        const value = exports.get(name);
        if (value === undefined) throw new Error(`${place}: no earlier stack exports ${name}`);
        return value;
      },
      dynamic(reference) {
        if (type?.startsWith('Custom::')) {
          throw new Error(
            `${place}: CloudFormation leaves ${reference} as it is in a custom resource`,
          );
        }
        return settings.secret(reference);
      },
    };
  }

  function attributeOf(logicalId: string, attribute: string, place: string): Json {
    const { attributes } = identify(logicalId);
    const value = attributes[attribute];
    if (value !== undefined) return value;
    const type = byId.get(logicalId)?.Type ?? '';
    if (type in ignoredTypes) return `${logicalId}.${attribute}`;
    throw new NotEmulated(
      `${place}: Fn::GetAtt ${attribute} of ${logicalId} (${type}) is not emulated`,
    );
  }

  function conditionHolds(name: string): boolean {
    const found = conditions.get(name);
    if (found !== undefined) return found;
    const expression = template.Conditions?.[name];
    if (expression === undefined) throw new Error(`${stackName} has no condition ${name}`);
    const holds = evaluateCondition(expression, scopeAt(`${stackName}, condition ${name}`));
    conditions.set(name, holds);
    return holds;
  }
}

function pseudoParameter(name: string, stack: string): Json | typeof NOTHING {
  if (name === 'AWS::NoValue') return NOTHING;
  const values: { [name: string]: Json } = {
    'AWS::AccountId': accountId,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': arn('cloudformation', `stack/${stack}/local`),
    'AWS::StackName': stack,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const value = values[name];
  if (value === undefined)
    throw new NotEmulated(`${stack}: pseudo parameter ${name} is not emulated`);
  return value;
}

import type { DirectiveNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { NotEmulated } from '../../../lib/refuse.ts';
import { MODE_OF_DIRECTIVE, type Mode } from '../definition/modes.ts';

/**
 * Which modes may read which field, by `Type.field`: the field's directives, otherwise its type's,
 * otherwise the default mode alone.
 */
export function readFieldModes(
  schema: GraphQLSchema,
  modes: Set<Mode>,
  defaultMode: Mode,
): Map<string, Set<Mode>> {
  const allowed = new Map<string, Set<Mode>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const ofType = modesOf(directivesOf(type), type.name, modes);
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const ofField = modesOf(field.astNode?.directives ?? [], name, modes);
      allowed.set(name, ofField ?? ofType ?? new Set([defaultMode]));
    }
  }
  return allowed;
}

function directivesOf(type: GraphQLObjectType): DirectiveNode[] {
  return [type.astNode, ...type.extensionASTNodes].flatMap((node) => [...(node?.directives ?? [])]);
}

/** Null if no directive names a mode. */
function modesOf(
  directives: readonly DirectiveNode[],
  where: string,
  configured: Set<Mode>,
): Set<Mode> | null {
  const found = new Set<Mode>();
  for (const { name } of directives) {
    // Documented: it applies only to an API with a single mode and is ignored if there are several.
    const isIgnored = name.value === 'aws_auth' && configured.size > 1;
    if (isIgnored) continue;
    if (name.value === 'aws_cognito_user_pools' || name.value === 'aws_auth') {
      throw new NotEmulated(`${where}: @${name.value} is not supported by the local AppSync`);
    }
    const mode = MODE_OF_DIRECTIVE[name.value];
    if (mode && !configured.has(mode)) {
      throw new Error(`${where}: @${name.value}, but the API does not offer ${mode}`);
    }
    if (mode) found.add(mode);
  }
  return found.size > 0 ? found : null;
}

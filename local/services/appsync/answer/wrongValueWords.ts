import { type ASTNode, type GraphQLError, isValueNode, Kind, print, type ValueNode } from 'graphql';
import { javaLiteral } from './javaLiteral.ts';
import type { Place } from './locateNode.ts';

/**
 * Describes a literal that does not fit its type. `errors` are all that were found, because
 * graphql-java lists every missing required field of an object in one message.
 */
export function wrongValueWords(
  { message }: GraphQLError,
  node: ASTNode,
  { argument, inside, variable }: Place,
  errors: readonly GraphQLError[],
): [type: string, words: string] {
  if (!argument) {
    const value = variable?.defaultValue ? javaLiteral(variable.defaultValue) : print(node);
    return [
      'BadValueForDefaultArg',
      `Bad default value ${value} for type ${variable ? print(variable.type) : ''}`.trim(),
    ];
  }
  const say = (path: string, value: ValueNode, what: string): [string, string] => [
    'WrongType',
    `argument '${argument.name.value}${path}' with value '${javaLiteral(value)}' ${what}`,
  ];
  const missing = /^Field "(\w+)\.(\w+)" of required type/.exec(message);
  if (missing) {
    const names = errors
      .filter(({ nodes }) => nodes?.[0] === node)
      .flatMap((error) => /^Field "\w+\.(\w+)" of required type/.exec(error.message)?.[1] ?? []);
    return say(inside, argument.value, `is missing required fields '[${names.join(', ')}]'`);
  }
  const extra = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (extra) {
    const [, field, type] = extra;
    const above = inside.slice(0, -`.${field}`.length);
    return say(above, argument.value, `contains a field not in '${type}': '${field}'`);
  }
  const value = isValueNode(node) ? node : argument.value;
  if (value.kind === Kind.NULL) return say(inside, value, 'must not be null');
  if (isNoObject(message)) return say(inside, argument.value, 'must be an object type');
  return say(inside, value, `is not a valid '${typeIn(message)}'`);
}

/** graphql-js gives no reason for an input object; AppSync's scalars always do. */
function isNoObject(message: string): boolean {
  return /^Expected value of type "/.test(message) && !message.includes('; Unable to parse ');
}

/** The type named by graphql-js, without its wrappers. */
function typeIn(message: string): string {
  const named =
    /^(?:Enum "(\w+)"|Value "[^"]*" does not exist in "(\w+)"|Expected value of type "([^"]+)"|(\w+) cannot represent)/.exec(
      message,
    );
  const type = named?.slice(1).find(Boolean) ?? '';
  return type.replaceAll(/[[\]!]/g, '');
}

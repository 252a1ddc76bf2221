import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../callers/caller.ts';
import { coerceVariables } from './coerceVariables.ts';
import type { Operation } from './operation.ts';
import { fieldsOf } from './selection.ts';

/**
 * Whether the caller's policies deny everything that is requested. AppSync then rejects the whole
 * request with `Permission denied` (reported).
 */
export function isWhollyDenied(
  schema: GraphQLSchema,
  operation: Operation,
  caller: Caller,
): boolean {
  if (caller.mode !== 'AWS_IAM' || caller.deniedFields.length === 0) return false;
  const { node, fragments } = operation;
  const type = schema.getRootType(node.operation)?.name;
  const variables = coerceVariables(schema, operation) ?? {};
  const asked = [...fieldsOf([node.selectionSet], fragments, variables).values()].flat();
  return asked.every(({ name }) => caller.deniedFields.includes(`${type}.${name.value}`));
}

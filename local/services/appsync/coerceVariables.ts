import { type GraphQLSchema, getVariableValues } from 'graphql';
import type { Operation } from './engine.ts';

/** The variables of a request as their types take them, with their defaults; null when one does not fit. */
export function coerceVariables(
  schema: GraphQLSchema,
  { node, request }: Operation,
): Record<string, unknown> | null {
  const declared = node.variableDefinitions ?? [];
  return getVariableValues(schema, declared, request.variables ?? {}).coerced ?? null;
}

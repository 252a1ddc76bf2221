import { type GraphQLSchema, getVariableValues } from 'graphql';
import type { Operation } from './operation.ts';

/** The variables of a request as their types take them, with their defaults; null when one does not fit. */
export function coerceVariables(
  schema: GraphQLSchema,
  { node, request }: Operation,
): Record<string, unknown> | null {
  const declared = node.variableDefinitions ?? [];
  const given = request.variables ?? {};
  // The first fault is enough: a list of 100,000 would have as many, each with words of its own.
  return getVariableValues(schema, declared, given, { maxErrors: 1 }).coerced ?? null;
}

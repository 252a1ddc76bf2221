import { type GraphQLSchema, getVariableValues } from 'graphql';
import type { Operation } from './operation.ts';

/** Coerces a request's variables to their types, with defaults; null if one does not fit. */
export function coerceVariables(
  schema: GraphQLSchema,
  { node, request }: Operation,
): Record<string, unknown> | null {
  const declared = node.variableDefinitions ?? [];
  const given = request.variables ?? {};
  // The first fault is enough: a list of 100,000 values could have as many, each with its own
  // message.
  return getVariableValues(schema, declared, given, { maxErrors: 1 }).coerced ?? null;
}

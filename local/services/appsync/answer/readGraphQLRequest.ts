import type { GraphQLRequest } from './operation.ts';

/** The GraphQL request in a parsed JSON text; null if there is none. */
export function readGraphQLRequest(parsed: unknown): GraphQLRequest | null {
  const { query, operationName, variables } = (parsed ?? {}) as Record<string, unknown>;
  if (
    typeof query !== 'string' ||
    !isOptional(operationName, 'string') ||
    !isOptional(variables, 'object')
  ) {
    return null;
  }
  return {
    query,
    operationName: (operationName ?? null) as string | null,
    variables: (variables ?? null) as Record<string, unknown> | null,
  };
}

function isOptional(value: unknown, type: string): boolean {
  return value === undefined || value === null || (typeof value === type && !Array.isArray(value));
}

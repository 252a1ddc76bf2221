import type { RDSRequest } from '@aws-appsync/utils';

/** A value bound to a named parameter. */
export type Value = string | number;

/**
 * A request to the database. The `sql` tag binds every expression, so it cannot take a list of
 * columns; here the text consists only of this folder's constants, and everything a caller sent is
 * bound as a named value: `:me` in the text, `{ me: '7' }` in `values`.
 */
export function query(statements: string[], values: { [name: string]: Value }): RDSRequest {
  const variableMap: { [name: string]: Value } = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) variableMap[`:${name}`] = value;
  }
  return { statements, variableMap, variableTypeHintMap: {} };
}

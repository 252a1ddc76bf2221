import { type GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import type { Json } from '../../../lib/resource.ts';
import { ResolverError } from '../utils/errors.ts';
import { coercionWords } from './coercionWords.ts';
import type { Excess } from './documentBounds.ts';

interface Location {
  line: number;
  column: number;
  sourceName: null;
}

/** An error that no resolver raised; it has only three members (reported). */
export interface RequestError {
  path: (string | number)[] | null;
  locations: Location[] | null;
  message: string;
}

/** One entry of `errors` as AppSync writes it. */
export type AnswerError = RequestError | (RequestError & RaisedError);

/** The additional members of an error raised for a field. */
export interface RaisedError {
  data: Json;
  errorType: string | null;
  errorInfo: Json;
}

/** Formats an error that occurred while a field was resolved. */
export function formatFieldError(error: GraphQLError, schema: GraphQLSchema): AnswerError {
  const path = error.path ? [...error.path] : null;
  const original = error.originalError;
  if (original instanceof ResolverError) {
    const { errorType, data, errorInfo, message } = original;
    return { path, data, errorType, errorInfo, locations: locationsOf(error), message };
  }
  return { path, locations: null, message: describeCompletion(error, schema) };
}

/**
 * Formats variables that do not fit: the request was not run. graphql-java reports only the first
 * fault.
 */
export function formatVariableErrors([error, ...more]: readonly GraphQLError[]): RequestError[] {
  if (!error) return more.map(({ message }) => ({ path: null, locations: null, message }));
  // The inner error has the reason alone; the outer one is prefixed with the variable and its
  // value.
  const reason = error.originalError?.message ?? '';
  const unknownField = /^Field "[^"]*" is not defined by type "(\w+)"/.exec(reason);
  if (unknownField) {
    // Reported with this trailing space.
    const message = `The variables input contains a field that is not defined for input object type '${unknownField[1]}' `;
    return [{ path: null, locations: null, message }];
  }
  return [
    { path: null, locations: locationsOf(error), message: describeVariable(error.message, reason) },
  ];
}

/** Formats a query text that cannot be parsed. */
export function formatSyntaxError(error: GraphQLError): RequestError {
  const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
  const [, token] = /(?:found|Unexpected) (?:\w+ )?(.+?)\.?$/.exec(error.message) ?? [];
  const words = token
    ? `offending token '${token.replace(/^"(.*)"$/s, '$1')}'`
    : error.message.replace(/^Syntax Error: /, '').replace(/\.$/, '');
  const message = `Invalid Syntax : ${words} at line ${line} column ${column}`;
  return { path: null, locations: locationsOf(error), message };
}

/** Formats a query text that was not parsed to its end. */
export function formatExcess({ message, token }: Excess): RequestError {
  const { line, column } = token;
  const offending = `offending token '${token.value ?? token.kind}' at line ${line} column ${column}`;
  return {
    path: null,
    locations: [{ line, column, sourceName: null }],
    message: `Invalid Syntax : ${message} ${offending}`,
  };
}

function locationsOf(error: GraphQLError): Location[] | null {
  return error.locations?.map(({ line, column }) => ({ line, column, sourceName: null })) ?? null;
}

/** Reported: a wrong value is named by its innermost field, a missing one by the variable. */
function describeVariable(message: string, reason: string): string {
  const [, variable = ''] = /^Variable "\$(\w+)"/.exec(message) ?? [];
  const missing =
    /^Variable "\$\w+" of (?:required|non-null) type "(.+?)"/.exec(message) ??
    /^(?:Field "\w+" of required type|Expected non-nullable type) "(.+?)"/.exec(reason);
  if (missing) {
    return `Variable '${variable}' has coerced Null value for NonNull type '${missing[1]}'`;
  }
  if (reason === '') return message;
  const before = message.slice(0, -`; ${reason}`.length);
  const [, at = variable] = / at "([^"]+)"$/.exec(before) ?? [];
  const name = /(\w+)(?:\[\d+\])*$/.exec(at)?.[1] ?? variable;
  return `Variable '${name}' has an invalid value. ${coercionWords(reason)}`;
}

/** AppSync's wording for a value that does not fit its type. */
function describeCompletion({ message, path = [] }: GraphQLError, schema: GraphQLSchema): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${part}`)).join('');
  const missing = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(message);
  if (missing) {
    const [, parent = '', field = ''] = missing;
    const type = schema.getType(parent);
    const declared = isObjectType(type) ? String(type.getFields()[field]?.type ?? '') : '';
    return `Cannot return null for non-nullable type: '${declared.replaceAll(/[[\]!]/g, '')}' within parent '${parent}' (${place})`;
  }
  if (message.startsWith('Expected Iterable')) {
    return `Can't resolve value (${place}) : type mismatch error, expected type LIST`;
  }
  const abstract =
    /^Abstract type "(\w+)" (?:must resolve to an Object type at runtime for|was resolved to a type "\w+" .*?) ?(?:field "([\w.]+)")?/.exec(
      message,
    );
  if (abstract) {
    const [, type, field = ''] = abstract;
    return `Can't resolve '${place}'. Abstract type '${type}' must resolve to an Object type at runtime for field '${field}'. Could not determine the exact type of '${type}'`;
  }
  return `Can't serialize value (${place}) : ${coercionWords(message)}`;
}

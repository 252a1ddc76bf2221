import { type GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import type { Json } from '../../resource.ts';
import { ResolverError } from './utils/errors.ts';

/** One entry of `errors` as AppSync writes it. */
export interface AnswerError {
  path: (string | number)[] | null;
  data: Json;
  errorType: string | null;
  errorInfo: Json;
  locations: { line: number; column: number; sourceName: null }[] | null;
  message: string;
}

const bare = { path: null, data: null, errorType: null, errorInfo: null };

/** What went wrong while a field was answered. */
export function formatFieldError(error: GraphQLError, schema: GraphQLSchema): AnswerError {
  const path = error.path ? [...error.path] : null;
  const original = error.originalError;
  if (original instanceof ResolverError) {
    const { errorType, data, errorInfo, message } = original;
    return { path, data, errorType, errorInfo, locations: locationsOf(error), message };
  }
  const message = describeCompletion(error, schema);
  return { ...bare, path, locations: null, message };
}

/** Variables that do not fit: the request was never run. */
export function formatRequestError(error: GraphQLError): AnswerError {
  const missing = /^Variable "\$(\w+)" of (?:required|non-null) type "(.+?)"/.exec(error.message);
  const invalid = /^Variable "\$(\w+)" got invalid value/.exec(error.message);
  const message = missing
    ? `Variable '${missing[1]}' has coerced Null value for NonNull type '${missing[2]}'`
    : invalid
      ? `Variable '${invalid[1]}' has an invalid value. ${error.message}`
      : error.message;
  return { ...bare, locations: locationsOf(error), message };
}

/** A query text that cannot be parsed. */
export function formatSyntaxError(error: GraphQLError): AnswerError {
  const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
  const message = `Invalid Syntax : ${error.message} at line ${line} column ${column}`;
  return { ...bare, locations: locationsOf(error), message };
}

export function locationsOf(error: GraphQLError): AnswerError['locations'] {
  return error.locations?.map(({ line, column }) => ({ line, column, sourceName: null })) ?? null;
}

/** AppSync's words for a value that does not fit its type. */
function describeCompletion(error: GraphQLError, schema: GraphQLSchema): string {
  const place =
    `/${(error.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : part)).join('/')}`.replaceAll(
      '/[',
      '[',
    );
  const missing = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(error.message);
  if (missing) {
    const [, parent = '', field = ''] = missing;
    const type = schema.getType(parent);
    const declared = isObjectType(type) ? String(type.getFields()[field]?.type ?? '') : '';
    return `Cannot return null for non-nullable type: '${declared.replace(/^\[|[[\]!]/g, '')}' within parent '${parent}' (${place})`;
  }
  if (error.message.startsWith('Expected Iterable')) {
    return `Can't resolve value (${place}) : type mismatch error, expected type LIST`;
  }
  return `Can't serialize value (${place}) : ${error.message}`;
}

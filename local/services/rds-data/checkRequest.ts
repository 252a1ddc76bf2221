import { badRequest } from './errors.ts';
import type { BatchExecuteStatementRequest, ExecuteStatementRequest } from './wire.ts';

/** Rejects options that the API does not have. */
export function checkStatement(request: ExecuteStatementRequest): void {
  const { formatRecordsAs, resultSetOptions, parameters } = request;
  oneOf('formatRecordsAs', formatRecordsAs, ['NONE', 'JSON']);
  if (resultSetOptions !== undefined) {
    oneOf('decimalReturnType', resultSetOptions.decimalReturnType, ['STRING', 'DOUBLE_OR_LONG']);
    oneOf('longReturnType', resultSetOptions.longReturnType, ['LONG', 'STRING']);
  }
  list('parameters', parameters);
}

/** Rejects an invalid batch. */
export function checkBatch({ parameterSets }: BatchExecuteStatementRequest): void {
  list('parameterSets', parameterSets);
  for (const set of parameterSets ?? []) list('parameterSets', set);
}

/** The statement's text. */
export function sqlOf({ sql }: { sql?: string }): string {
  if (typeof sql !== 'string' || sql === '') throw badRequest('sql is missing');
  return sql;
}

function oneOf(name: string, value: string | undefined, allowed: string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  throw badRequest(`${name} is ${value}, expected ${allowed.join(' or ')}`);
}

function list(name: string, value: unknown): void {
  if (value === undefined || Array.isArray(value)) return;
  throw badRequest(`${name} is ${JSON.stringify(value)}, expected a list`);
}

import { notEmulated, ResolverError } from './errors.ts';
import {
  type Payload,
  type RdsRequest,
  type SqlTemplate,
  type Statement,
  StatementWriter,
} from './mySqlStatement.ts';
import { refuseAll } from './refuseAll.ts';

export { toJsonObject } from './toJsonObject.ts';

/** A statement whose values are bound, never written into the text. */
export function sql(literals: readonly string[], ...values: unknown[]): SqlTemplate {
  return { type: 'SQL', literals: [...literals], values };
}

export const select = (payload: Payload): Statement => ({ type: 'SELECT', payload });
export const insert = (payload: Payload): Statement => ({ type: 'INSERT', payload });
export const update = (payload: Payload): Statement => ({ type: 'UPDATE', payload });
export const remove = (payload: Payload): Statement => ({ type: 'REMOVE', payload });

/** The request to an RDS data source for one or two statements, which share one count of variables. */
export function createMySQLStatement(...statements: (Statement | string | null)[]): RdsRequest {
  const given = statements.filter((statement) => statement !== null && statement !== undefined);
  if (given.length < 1 || given.length > 2) {
    throw new ResolverError(
      `createMySQLStatement takes 1 or 2 statements, not ${given.length}`,
      'Code',
    );
  }
  const writer = new StatementWriter();
  for (const statement of given) writer.write(statement);
  return writer.request;
}

export function createPgStatement(): never {
  throw notEmulated('createPgStatement (the local cluster is MySQL: use createMySQLStatement)');
}

const hint = (type: string) => (value: unknown) => ({ type, value });

/** Marks a value with the type that the Data API shall give it; the value itself passes unchanged. */
export const typeHint = {
  DATE: hint('DATE'),
  DECIMAL: hint('DECIMAL'),
  JSON: hint('JSON'),
  TIME: hint('TIME'),
  TIMESTAMP: hint('TIMESTAMP'),
  UUID: hint('UUID'),
};

export const agg = refuseAll('agg', [
  'max',
  'maxDistinct',
  'min',
  'minDistinct',
  'count',
  'countDistinct',
  'avg',
  'avgDistinct',
  'sum',
  'sumDistinct',
]);

import { notEmulated } from './errors.ts';
import { helperFault } from './helperFault.ts';
import { isObject } from './isObject.ts';
import { refuseAll } from './refuseAll.ts';
import { type Dialect, MYSQL, POSTGRES } from './sqlDialect.ts';
import {
  type Properties,
  type RdsRequest,
  type SqlTemplate,
  type Statement,
  StatementWriter,
} from './sqlStatement.ts';

export { toJsonObject } from './toJsonObject.ts';

/** A statement whose values are bound, never inlined. */
export function sql(literals: readonly string[], ...values: unknown[]): SqlTemplate {
  const missing = values.indexOf(undefined);
  if (missing >= 0) {
    throw notEmulated(
      `undefined as value ${missing + 1} of a sql template, which AppSync does not document,`,
    );
  }
  return { type: 'SQL', literals: [...literals], values };
}

type Helper = (...payload: [payload?: Properties]) => Statement;

const helper =
  (name: string, type: 'SELECT' | 'INSERT' | 'UPDATE' | 'REMOVE'): Helper =>
  (...given) => {
    if (given.length === 0) throw helperFault(`An argument is expected to be passed to ${name}`);
    const [payload] = given;
    if (!isObject(payload)) throw helperFault('Expected payload to be an Object.');
    return { type, properties: keepUndefined(payload) as Properties };
  };

/** The helpers that build one statement; they throw AppSync's recorded errors. */
export const select = helper('select', 'SELECT');
export const insert = helper('insert', 'INSERT');
export const update = helper('update', 'UPDATE');
export const remove = helper('remove', 'REMOVE');

/** A request for one or two MySQL statements, which share one variable counter. */
export const createMySQLStatement = (...statements: unknown[]): RdsRequest =>
  createRequest(statements, MYSQL);

/**
 * The same for PostgreSQL. The local cluster speaks MySQL, so this only serves tests of the text.
 */
export const createPgStatement = (...statements: unknown[]): RdsRequest =>
  createRequest(statements, POSTGRES);

function createRequest(statements: unknown[], dialect: Dialect): RdsRequest {
  const given = statements.filter((statement) => statement !== null && statement !== undefined);
  if (given.length === 0) {
    throw helperFault(`An argument is expected to be passed to ${dialect.builder}`);
  }
  if (given.length > 2) {
    throw helperFault(`${dialect.builder} takes 1 or 2 statements, not ${given.length}`);
  }
  const writer = new StatementWriter(dialect);
  for (const statement of given) writer.write(statement);
  return writer.request;
}

/**
 * A copy with undefined replaced by null, because statements travel as JSON, which drops undefined.
 */
function keepUndefined(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(keepUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keepUndefined(one)]));
}

const hint = (type: string) => (value: unknown) => ({ type, value });

/** Marks a value with its type for the Data API; the value itself is unchanged. */
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

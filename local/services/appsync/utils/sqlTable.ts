import { notEmulated } from './errors.ts';
import { helperFault } from './helperFault.ts';
import { isObject } from './isObject.ts';
import { type Dialect, quoteName } from './sqlDialect.ts';

type Properties = Record<string, unknown>;

/**
 * The table of a statement. Only `select` accepts `from` as a synonym of `table`. The error texts
 * were recorded, including Java's own exception for an empty alias.
 */
export function writeTable(type: string, given: Properties, dialect: Dialect): string {
  const from = type === 'SELECT' ? (given.from ?? null) : null;
  const table = given.table ?? null;
  if (from !== null && table !== null) {
    throw helperFault("'from' and 'table' keys cannot be used together");
  }
  if (from === null && table === null) throw helperFault("'table' or 'from' key is required.");
  return from === null
    ? writeName(table, 'table name is expected to be a string or alias.', dialect)
    : writeName(from, "'from' value is expected to be string or object.", dialect);
}

function writeName(given: unknown, complaint: string, dialect: Dialect): string {
  if (typeof given === 'string') return quoteName(given, dialect);
  if (!isObject(given)) throw helperFault(complaint);
  refuseStatement(given);
  const [entry, ...more] = Object.entries(given);
  if (more.length > 0) throw helperFault('table alias is allowed only one key-value pair.');
  if (!entry) throw helperFault('java.util.NoSuchElementException');
  const [alias, name] = entry;
  refuseStatement(name);
  if (typeof name !== 'string') throw helperFault('Table alias value is expected to be a string.');
  return `${quoteName(name, dialect)} as ${quoteName(alias, dialect)}`;
}

function refuseStatement(given: unknown): void {
  if (isObject(given) && typeof given.type === 'string' && Object.keys(given).length > 1) {
    throw notEmulated('a statement in place of a table in the rds helpers');
  }
}

import { notEmulated } from './errors.ts';
import { helperFault } from './helperFault.ts';
import { isObject } from './isObject.ts';
import { memberOf } from './memberOf.ts';
import { type ConditionWriter, writeCondition } from './sqlCondition.ts';
import { type Dialect, quoteName } from './sqlDialect.ts';
import { writePage } from './sqlPage.ts';
import { writeTable } from './sqlTable.ts';

export interface SqlTemplate {
  type: 'SQL';
  literals: string[];
  values: unknown[];
}

/** The argument of `select`, `insert`, `update` and `remove`. */
export type Properties = Record<string, unknown>;

export type Statement =
  | SqlTemplate
  | { type: 'SELECT' | 'INSERT' | 'UPDATE' | 'REMOVE'; properties: Properties };

/** The request of an RDS data source. */
export interface RdsRequest {
  statements: string[];
  variableMap: Record<string, unknown>;
  variableTypeHintMap: Record<string, string>;
}

const HINTS = ['DATE', 'DECIMAL', 'JSON', 'TIME', 'TIMESTAMP', 'UUID'];
const KNOWN: Record<string, string[]> = {
  SELECT: ['table', 'from', 'columns', 'where', 'orderBy', 'limit', 'offset'],
  INSERT: ['table', 'from', 'values', 'returning'],
  UPDATE: ['table', 'from', 'values', 'where', 'returning'],
  REMOVE: ['table', 'from', 'where', 'returning'],
};

/** Writes statements as recorded from AppSync's helpers, omitting empty clauses. */
export class StatementWriter implements ConditionWriter {
  readonly request: RdsRequest = { statements: [], variableMap: {}, variableTypeHintMap: {} };
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  write(statement: unknown): void {
    this.request.statements.push(this.#text(statement));
  }

  quote(name: string): string {
    return quoteName(name, this.#dialect);
  }

  /** The placeholder of a value; null is inlined instead of bound. */
  bind(value: unknown): string {
    if (value === null || value === undefined) return 'NULL';
    const name = `:P${Object.keys(this.request.variableMap).length}`;
    const hinted = isTypeHint(value);
    if (typeof value === 'object' && !hinted) {
      throw notEmulated(`${describe(value)} as a SQL value, which AppSync does not document,`);
    }
    this.request.variableMap[name] = hinted ? value.value : value;
    if (hinted) this.request.variableTypeHintMap[name] = value.type;
    return name;
  }

  #text(statement: unknown): string {
    if (typeof statement === 'string') return statement;
    const { type, properties } = (statement ?? {}) as { type?: string; properties?: Properties };
    if (type === 'SQL') return this.#template(statement as SqlTemplate);
    if (!type || !memberOf(KNOWN, type) || !isObject(properties)) {
      throw helperFault(`Unsupported type is passed as argument to ${this.#dialect.builder}`);
    }
    refuseUnknown(type, properties);
    const table = writeTable(type, properties, this.#dialect);
    const clauses: Record<string, () => string[]> = {
      SELECT: () => this.#select(table, properties),
      INSERT: () => this.#insert(table, readValues('insert', properties)),
      UPDATE: () => this.#update(table, readValues('update', properties)),
      REMOVE: () => [`DELETE FROM ${table}`],
    };
    const first = clauses[type]?.() ?? [];
    const where = type === 'INSERT' ? '' : this.#where(properties.where);
    const last = type === 'SELECT' ? writePage(properties, this) : [this.#returning(properties)];
    return [...first, where, ...last]
      .filter((clause) => clause !== '')
      .join(' ')
      .trimEnd();
  }

  #template({ literals, values }: SqlTemplate): string {
    if (values.length >= literals.length) {
      throw helperFault(
        'java.lang.IllegalArgumentException: Unexpected argument passed to sql tagged template',
      );
    }
    return literals
      .map((literal, i) => (i < values.length ? literal + this.bind(values[i]) : literal))
      .join('');
  }

  #select(table: string, { columns }: Properties): string[] {
    return ['SELECT', this.#columns(columns ?? '*'), `FROM ${table}`];
  }

  #insert(table: string, values: Properties): string[] {
    const names = Object.keys(values).map((name) => this.quote(name));
    if (names.length === 0) throw notEmulated('an insert without any value');
    const bound = Object.values(values).map((value) => this.bind(value));
    return [`INSERT INTO ${table} (${names.join(', ')}) VALUES (${bound.join(', ')})`];
  }

  #update(table: string, values: Properties): string[] {
    const assigned = Object.entries(values).map(
      ([name, value]) => `${this.quote(name)} = ${this.bind(value)}`,
    );
    return [`UPDATE ${table} SET`, assigned.join(', ')];
  }

  /** An empty condition writes no WHERE, so the statement affects every row, as in AppSync. */
  #where(where: unknown): string {
    if (where === undefined || where === null) return '';
    if (!isObject(where)) {
      throw helperFault('WHERE values are expected to be SQL templates or a condition object.');
    }
    const text =
      where.type === 'SQL'
        ? this.#template(where as unknown as SqlTemplate)
        : writeCondition(where, this);
    return text === '' ? '' : `WHERE ${text}`;
  }

  #columns(columns: unknown): string {
    if (columns === '*') return columns;
    if (!Array.isArray(columns)) throw helperFault('Expected column to be * or an array.');
    return columns
      .map((column) => {
        if (isObject(column)) throw notEmulated('an alias or aggregate in columns');
        if (typeof column !== 'string') throw helperFault('Invalid type in column array.');
        return this.quote(column);
      })
      .join(', ');
  }

  #returning({ returning }: Properties): string {
    if (returning === undefined || returning === null) return '';
    const columns = this.#columns(returning);
    if (!this.#dialect.returning) throw helperFault('returning is not supported in MySQL.');
    return `RETURNING ${columns}`;
  }
}

function readValues(helper: string, { values }: Properties): Properties {
  if (values === undefined || values === null) {
    throw helperFault(`values are expected to be passed to ${helper}`);
  }
  if (!isObject(values)) throw helperFault('Expected values to an Object.');
  return values;
}

function refuseUnknown(type: string, properties: Properties): void {
  const unknown = Object.keys(properties).find((key) => !KNOWN[type]?.includes(key));
  if (unknown) throw notEmulated(`"${unknown}" of the rds helper ${type.toLowerCase()}`);
}

function isTypeHint(value: unknown): value is { type: string; value: unknown } {
  return isObject(value) && HINTS.includes(value.type as string) && 'value' in value;
}

function describe(value: object): string {
  const isSql = (value as { type?: unknown }).type === 'SQL';
  return isSql ? 'a sql template' : JSON.stringify(value);
}

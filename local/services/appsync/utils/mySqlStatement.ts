import { notEmulated, ResolverError } from './errors.ts';
import { writeCondition } from './mySqlCondition.ts';

export interface SqlTemplate {
  type: 'SQL';
  literals: string[];
  values: unknown[];
}

/** What `select`, `insert`, `update` and `remove` take. */
export type Payload = Record<string, unknown>;

export type Statement =
  | SqlTemplate
  | { type: 'SELECT' | 'INSERT' | 'UPDATE' | 'REMOVE'; payload: Payload };

/** The request of an RDS data source. */
export interface RdsRequest {
  statements: string[];
  variableMap: Record<string, unknown>;
  variableTypeHintMap: Record<string, string>;
}

const HINTS = ['DATE', 'DECIMAL', 'JSON', 'TIME', 'TIMESTAMP', 'UUID'];
const KNOWN: Record<string, string[]> = {
  SELECT: ['table', 'from', 'columns', 'where', 'orderBy', 'limit', 'offset'],
  INSERT: ['table', 'from', 'values'],
  UPDATE: ['table', 'from', 'values', 'where'],
  REMOVE: ['table', 'from', 'where'],
};

/** Writes statements as AppSync's helpers were recorded to, for MySQL. */
export class StatementWriter {
  readonly request: RdsRequest = { statements: [], variableMap: {}, variableTypeHintMap: {} };

  write(statement: Statement | string): void {
    this.request.statements.push(this.#text(statement));
  }

  /** The placeholder of a value; null is written out and not bound. */
  bind(value: unknown): string {
    if (value === null) return 'NULL';
    const name = `:P${Object.keys(this.request.variableMap).length}`;
    const hinted = isTypeHint(value);
    const bound = hinted ? value.value : value;
    if (bound === undefined || (typeof bound === 'object' && !hinted)) {
      throw new ResolverError(
        `a SQL value is a string, number, boolean or null, not ${describe(bound)}`,
        'Code',
      );
    }
    this.request.variableMap[name] = bound;
    if (hinted) this.request.variableTypeHintMap[name] = value.type;
    return name;
  }

  #text(statement: Statement | string): string {
    if (typeof statement === 'string') return statement;
    if (statement.type === 'SQL') return this.template(statement);
    const { type, payload } = statement;
    refuseUnknown(type, payload);
    const table = writeTable(payload.table ?? payload.from);
    if (type === 'SELECT') return this.#select(table, payload);
    if (type === 'INSERT') return this.#insert(table, payload.values as Payload);
    if (type === 'REMOVE') return `DELETE FROM ${table}${this.#where(payload.where)}`;
    const values = Object.entries(payload.values as Payload)
      .map(([name, value]) => `${quoteName(name)} = ${this.bind(value)}`)
      .join(', ');
    return `UPDATE ${table} SET ${values}${this.#where(payload.where)}`;
  }

  /** The text of a `sql` template with a placeholder for each value. */
  template({ literals, values }: SqlTemplate): string {
    return literals
      .map((literal, i) => (i < values.length ? literal + this.bind(values[i]) : literal))
      .join('');
  }

  #insert(table: string, values: Payload): string {
    const names = Object.keys(values).map(quoteName).join(', ');
    const bound = Object.values(values).map((value) => this.bind(value));
    return `INSERT INTO ${table} (${names}) VALUES (${bound.join(', ')})`;
  }

  #select(table: string, { columns, where, orderBy, limit, offset }: Payload): string {
    let text = `SELECT ${writeColumns(columns)} FROM ${table}${this.#where(where)}`;
    const order = (orderBy ?? []) as { column: string; dir?: string }[];
    if (order.length > 0) text += ` ORDER BY ${order.map(writeOrder).join(', ')}`;
    if (limit !== undefined && limit !== null) text += ` LIMIT ${this.bind(limit)}`;
    if (offset !== undefined && offset !== null) text += ` OFFSET ${this.bind(offset)}`;
    return text;
  }

  /** An empty condition writes no WHERE at all: every row. That is what AppSync does. */
  #where(where: unknown): string {
    if (where === undefined || where === null) return '';
    const condition = where as Payload;
    if (condition.type === 'SQL') return ` WHERE ${this.template(where as SqlTemplate)}`;
    if (Object.keys(condition).length === 0) return '';
    return ` WHERE ${writeCondition(condition, this)}`;
  }
}

/** Quotes each part of a dotted name; `*` alone stays. */
export function quoteName(name: string): string {
  if (name === '*') return name;
  return name
    .split('.')
    .map((part) => `\`${part.replaceAll('`', '``')}\``)
    .join('.');
}

function writeTable(table: unknown): string {
  if (typeof table === 'string') return quoteName(table);
  return writeAlias(table);
}

function writeColumns(columns: unknown): string {
  if (columns === undefined || columns === null || columns === '*') return '*';
  return (columns as unknown[])
    .map((column) => (typeof column === 'string' ? quoteName(column) : writeAlias(column)))
    .join(', ');
}

function writeAlias(named: unknown): string {
  const [entry, ...more] = Object.entries((named ?? {}) as Payload);
  if (!entry || more.length > 0 || typeof entry[1] !== 'string') {
    throw notEmulated(`a table or column that is neither a name nor { alias: name }`);
  }
  return `${quoteName(entry[1])} as ${quoteName(entry[0])}`;
}

function writeOrder({ column, dir = 'ASC' }: { column: string; dir?: string }): string {
  if (!/^(asc|desc)$/i.test(dir)) {
    throw new ResolverError(`Unsupported order direction ${dir}.`, 'Code');
  }
  return `${quoteName(column)} ${dir.toUpperCase()}`;
}

function refuseUnknown(type: string, payload: Payload): void {
  if (payload.returning !== undefined) {
    throw new ResolverError('returning is not supported in MySQL.', 'Code');
  }
  const unknown = Object.keys(payload).find((key) => !KNOWN[type]?.includes(key));
  if (unknown) throw notEmulated(`"${unknown}" of the rds helper ${type.toLowerCase()}`);
}

function isTypeHint(value: unknown): value is { type: string; value: unknown } {
  const hint = value as { type?: unknown } | undefined;
  return typeof hint === 'object' && HINTS.includes(hint.type as string) && 'value' in hint;
}

function describe(value: unknown): string {
  if (value === undefined) return 'undefined';
  const isSql = (value as { type?: unknown }).type === 'SQL';
  return isSql ? 'another sql template (AppSync documents no nesting)' : JSON.stringify(value);
}

import { STATUS_CODES } from 'node:http';
import type { Json } from '../../../lib/resource.ts';
import type { DataSource } from '../definition/readDataSource.ts';
import { ResolverError } from '../utils/errors.ts';
import type { Field, StatementResult } from '../utils/statementResult.ts';
import type { Outcome } from './outcome.ts';

/** An ExecuteStatement request of the Data API as sent. */
export interface ExecuteStatementRequest {
  resourceArn: string;
  secretArn: string;
  database: string;
  sql: string;
  parameters: { name: string; value: Field; typeHint?: string }[];
  includeResultMetadata: boolean;
}

/** An answer's `columnMetadata` is immutable. */
export type ExecuteStatement = (request: ExecuteStatementRequest) => Promise<StatementResult>;

type Database = Extract<DataSource, { type: 'RELATIONAL_DATABASE' }>;

interface RdsRequest {
  statements: string[];
  variableMap: Record<string, Json>;
  variableTypeHintMap: Record<string, string>;
}

/** Runs one or two statements; `ctx.result` is a string with the Data API's answer. */
export async function callRelationalDatabase(
  { resourceArn, secretArn, database }: Database,
  given: Json,
  execute: ExecuteStatement,
): Promise<Outcome> {
  const request = readRequest(given);
  const sqlStatementResults: StatementResult[] = [];
  for (const sql of request.statements) {
    const parameters = parametersOf(sql, request);
    const statement = {
      resourceArn,
      secretArn,
      database,
      sql,
      parameters,
      includeResultMetadata: true,
    };
    try {
      const { records, columnMetadata, numberOfRecordsUpdated, generatedFields } =
        await execute(statement);
      sqlStatementResults.push({
        ...(records && { records }),
        ...(columnMetadata && { columnMetadata }),
        ...(numberOfRecordsUpdated !== undefined && { numberOfRecordsUpdated }),
        ...(generatedFields && { generatedFields }),
      });
    } catch (fault) {
      return { result: null, error: describeFault(fault as Error & { status?: number }) };
    }
  }
  const text = `{"sqlStatementResults":[${sqlStatementResults.map(write).join(',')}]}`;
  return { result: text, error: null, rdsResult: { text, sqlStatementResults } };
}

/** Serialised column descriptions, which the Data API keeps per statement. */
const descriptions = new WeakMap<object, string>();

/** A result as JSON.stringify writes it. */
function write({ records, columnMetadata, ...others }: StatementResult): string {
  const members: string[] = [];
  if (records) members.push(`"records":${JSON.stringify(records)}`);
  if (columnMetadata) members.push(`"columnMetadata":${describe(columnMetadata)}`);
  for (const [name, value] of Object.entries(others)) {
    members.push(`"${name}":${JSON.stringify(value)}`);
  }
  return `{${members.join(',')}}`;
}

function describe(columns: object): string {
  const text = descriptions.get(columns) ?? JSON.stringify(columns);
  descriptions.set(columns, text);
  return text;
}

/** Reported: the type is the HTTP status line, and the message contains the Data API's body. */
function describeFault({ message, status = 400 }: Error & { status?: number }): Outcome['error'] {
  return {
    message: `RDSHttp:${JSON.stringify({ message })}`,
    type: `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
  };
}

function readRequest(given: Json): RdsRequest {
  const { statements, variableMap, variableTypeHintMap, ...unknown } = (given ?? {}) as Record<
    string,
    Json
  >;
  const [extra] = Object.keys(unknown);
  if (extra) throw malformed(`the member "${extra}" is unknown`);
  if (!Array.isArray(statements) || !statements.every((one) => typeof one === 'string')) {
    throw malformed('"statements" is not a list of strings');
  }
  if (statements.length < 1 || statements.length > 2) {
    throw malformed(`1 or 2 statements are expected, there are ${statements.length}`);
  }
  return {
    statements,
    variableMap: (variableMap ?? {}) as Record<string, Json>,
    variableTypeHintMap: (variableTypeHintMap ?? {}) as Record<string, string>,
  };
}

/** The variables in a statement; `:P1` is not part of `:P10`. */
function parametersOf(sql: string, { variableMap, variableTypeHintMap }: RdsRequest) {
  const named = new Set(sql.match(/:[A-Za-z_]\w*/g));
  return Object.entries(variableMap)
    .map(([key, value]) => ({
      key: key.startsWith(':') ? key : `:${key}`,
      value,
      hint: variableTypeHintMap[key],
    }))
    .filter(({ key }) => named.has(key))
    .map(({ key, value, hint }) => ({
      name: key.slice(1),
      value: toField(key, value),
      ...(hint !== undefined && { typeHint: hint }),
    }));
}

function toField(name: string, value: Json): Field {
  if (value === null) return { isNull: true };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { longValue: value } : { doubleValue: value };
  }
  throw malformed(`the variable ${name} is neither a string, a number, a boolean nor null`);
}

function malformed(detail: string): ResolverError {
  return new ResolverError(
    `Invalid request to a relational database: ${detail}`,
    'MappingTemplate',
  );
}

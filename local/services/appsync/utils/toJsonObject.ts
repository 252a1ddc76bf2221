import type { Json } from '../../../lib/resource.ts';
import { currentInvocation } from './invocation.ts';
import type { ArrayValue, Field, StatementResult } from './statementResult.ts';

/**
 * The rows of each statement of an RDS result. Null columns are omitted, a statement without
 * records yields one empty row, blobs stay base64; null if it is not an RDS result.
 */
export function toJsonObject(result: unknown): Record<string, Json>[][] | null {
  const read = typeof result === 'string' ? readText(result) : result;
  const statements = (read as { sqlStatementResults?: StatementResult[] } | null)
    ?.sqlStatementResults;
  if (!Array.isArray(statements)) return null;
  return statements.map(({ records, columnMetadata = [] }) => {
    if (!records) return [{}];
    const names = columnMetadata.map((column) => column.label || column.name || '');
    return records.map((record) => toRow(record, names));
  });
}

function toRow(record: Field[], names: string[]): Record<string, Json> {
  const row: Record<string, Json> = {};
  record.forEach((field, i) => {
    const value = readField(field);
    if (value !== null) row[names[i] ?? ''] = value;
  });
  return row;
}

function readField(field: Field): Json {
  if (field.isNull) return null;
  if (field.arrayValue) return readArray(field.arrayValue);
  return (
    field.stringValue ??
    readLong(field.longValue) ??
    field.doubleValue ??
    field.booleanValue ??
    field.blobValue ??
    null
  );
}

/** Digits beyond JavaScript's precision are in JSON.rawJSON, and are rounded as by parsing. */
function readLong(value: number | undefined): number | undefined {
  return typeof value === 'object' ? Number(JSON.stringify(value)) : value;
}

function readArray(array: ArrayValue): Json {
  if (array.arrayValues) return array.arrayValues.map(readArray);
  return (Object.values(array).find(Array.isArray) ?? []) as Json[];
}

function readText(text: string): unknown {
  const known = currentInvocation().rdsResult;
  if (known?.text === text) return known;
  try {
    return JSON.parse(text);
  } catch {
    // Reported: invalid input returns null on AWS and raises no error.
    return null;
  }
}

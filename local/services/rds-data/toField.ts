import type { Column } from './columns.ts';
import type { ExecuteStatementRequest, Field } from './wire.ts';

/** A value from the driver. */
export type DriverValue = null | string | number | Buffer;

export type ResultSetOptions = NonNullable<ExecuteStatementRequest['resultSetOptions']>;

/** Converts a result value to the Data API's member for this column. */
export function toField(value: DriverValue, column: Column, options: ResultSetOptions): Field {
  if (value === null) return { isNull: true };
  switch (column.kind) {
    case 'boolean':
      // A BIT(1) is one byte, a TINYINT(1) a number.
      return { booleanValue: (typeof value === 'object' ? value[0] : Number(value)) !== 0 };
    case 'long':
      return options.longReturnType === 'STRING'
        ? { stringValue: String(value) }
        : { longValue: exactInteger(value) };
    case 'double':
      return {
        doubleValue: column.isSingle ? Number(Number(value).toPrecision(7)) : Number(value),
      };
    case 'decimal':
      return options.decimalReturnType === 'DOUBLE_OR_LONG'
        ? asNumber(String(value))
        : { stringValue: String(value) };
    case 'blob':
      return { blobValue: (value as Buffer).toString('base64') }; // the driver's type for these columns
    default:
      return { stringValue: String(value) };
  }
}

/**
 * A value in a JSON row of formattedRecords: as in records, without the member (API guide,
 * "Processing Amazon RDS Data API query results in JSON format", "Data Type Mapping").
 */
export function toJsonValue(
  value: DriverValue,
  column: Column,
  options: ResultSetOptions,
): unknown {
  return value === null ? null : Object.values(toField(value, column, options))[0];
}

/** Beyond 2^53 the driver returns text, whose digits must be sent unchanged. */
function exactInteger(value: string | number | Buffer): number {
  if (typeof value === 'number') return value;
  // JSON.rawJSON represents a number beyond the precision of JavaScript's.
  return (JSON as unknown as { rawJSON(text: string): number }).rawJSON(String(value));
}

/** API_ResultSetOptions: a long if its scale is 0, else a double. */
function asNumber(digits: string): Field {
  return digits.includes('.')
    ? { doubleValue: Number(digits) }
    : { longValue: Number.isSafeInteger(Number(digits)) ? Number(digits) : exactInteger(digits) };
}

import type { Column } from './columns.ts';
import type { ExecuteStatementRequest, Field } from './wire.ts';

/** A value as the driver gives it. */
export type DriverValue = null | string | number | Buffer;

type ResultSetOptions = NonNullable<ExecuteStatementRequest['resultSetOptions']>;

/** One value of a result in the member that the Data API carries this column in. */
export function toField(value: DriverValue, column: Column, options: ResultSetOptions): Field {
  if (value === null) return { isNull: true };
  if (Buffer.isBuffer(value)) return fromBytes(value, column);
  switch (column.kind) {
    case 'boolean':
      return { booleanValue: Number(value) !== 0 };
    case 'long':
      return options.longReturnType === 'STRING'
        ? { stringValue: String(value) }
        : { longValue: exactInteger(value) };
    case 'double':
      return { doubleValue: asDouble(Number(value), column) };
    case 'decimal':
      return options.decimalReturnType === 'DOUBLE_OR_LONG'
        ? asNumber(value)
        : { stringValue: String(value) };
    default:
      return { stringValue: String(value) };
  }
}

/** The value inside a JSON row of formattedRecords. */
export function toJsonValue(value: DriverValue, column: Column): unknown {
  const field = toField(value, column, { decimalReturnType: 'DOUBLE_OR_LONG' });
  if (field.isNull) return null;
  return Object.values(field)[0];
}

function fromBytes(value: Buffer, { kind }: Column): Field {
  if (kind === 'bit' && value.length === 1) return { longValue: value.readUInt8() };
  return { blobValue: value.toString('base64') };
}

/** Beyond 2^53 the driver gives text, whose digits must reach the wire unchanged. */
function exactInteger(value: string | number): number {
  if (typeof value === 'number') return value;
  // JSON.rawJSON stands for a number that no JavaScript number can hold.
  return (JSON as unknown as { rawJSON(text: string): number }).rawJSON(value);
}

/** A FLOAT has about seven digits; the binary protocol widens it to a double that shows more. */
function asDouble(value: number, { metadata }: Column): number {
  return metadata.typeName.startsWith('FLOAT') ? Number(value.toPrecision(7)) : value;
}

function asNumber(value: string | number): Field {
  const number = Number(value);
  return Number.isSafeInteger(number) && !String(value).includes('.')
    ? { longValue: number }
    : { doubleValue: number };
}

import mysql from 'mysql2';
import { badRequest } from './errors.ts';
import type { SqlParameter } from './wire.ts';

/** A value that the driver binds. */
export type Bound =
  | null
  | string
  | number
  | Buffer
  | ReturnType<typeof mysql.TypedParameter.BIGINT>;

// Documented: "YYYY-MM-DD", "HH:MM:SS[.FFF]", "YYYY-MM-DD HH:MM:SS[.FFF]", a decimal, a UUID.
const hinted: { [hint: string]: RegExp } = {
  DATE: /^\d{4}-\d{2}-\d{2}$/,
  DECIMAL: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  JSON: /[\s\S]/,
  TIME: /^\d{2}:\d{2}:\d{2}(\.\d{1,6})?$/,
  TIMESTAMP: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?$/,
  UUID: /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
};

/** The values in the order of the statement's placeholders. */
export function bindParameters(names: string[], parameters: SqlParameter[]): Bound[] {
  if (names.length === 0) return [];
  const values = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  return names.map((name) => {
    const parameter = values.get(name);
    if (parameter === undefined) throw badRequest(`Cannot find parameter: ${name}`);
    return bind(name, parameter);
  });
}

function bind(name: string, { value, typeHint }: SqlParameter): Bound {
  const kinds = Object.keys(value ?? {});
  if (value === undefined || kinds.length !== 1) {
    throw badRequest(
      `Parameter ${name} holds ${kinds.join(', ') || 'no value'}, expected exactly one value`,
    );
  }
  if (typeHint !== undefined) checkHint(name, value, typeHint);
  if (value.isNull === true) return null;
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (value.longValue !== undefined) return toLong(name, value.longValue);
  if (typeof value.doubleValue === 'number') return value.doubleValue;
  if (typeof value.booleanValue === 'boolean')
    return mysql.TypedParameter.TINYINT(value.booleanValue ? 1 : 0);
  if (typeof value.blobValue === 'string') return Buffer.from(value.blobValue, 'base64');
  if (value.arrayValue !== undefined)
    throw badRequest(`Parameter ${name}: array parameters are not supported`);
  throw badRequest(`Parameter ${name}: ${JSON.stringify(value)} is no value`);
}

function toLong(name: string, value: number | bigint): Bound {
  // A number that JavaScript has already rounded would silently be stored as a different one.
  const isWhole = typeof value === 'bigint' || Number.isSafeInteger(value);
  if (!isWhole || BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) {
    throw badRequest(
      `Parameter ${name}: longValue ${value} is no whole number of 64 bits whose digits are all known; send a stringValue`,
    );
  }
  return mysql.TypedParameter.BIGINT(value);
}

function checkHint(
  name: string,
  { isNull, stringValue }: NonNullable<SqlParameter['value']>,
  hint: string,
): void {
  const pattern = hinted[hint];
  if (pattern === undefined) {
    throw badRequest(
      `Parameter ${name}: type hint ${hint} is none of ${Object.keys(hinted).join(', ')}`,
    );
  }
  if (isNull) return;
  if (stringValue === undefined || !pattern.test(stringValue)) {
    throw badRequest(`Parameter ${name}: ${JSON.stringify(stringValue)} is no ${hint}`);
  }
}

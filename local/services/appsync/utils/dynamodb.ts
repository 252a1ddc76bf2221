import { isObject } from './isObject.ts';

/** An attribute value of DynamoDB; numbers stay numbers, as recorded from AppSync. */
type Attribute = Record<string, unknown>;

function toDynamoDB(value: unknown): Attribute {
  if (value === null || value === undefined) return { NULL: null };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toDynamoDB) };
  return { M: toMapValues(value) };
}

function toMapValues(value: unknown): Record<string, Attribute> | null {
  if (!isObject(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toDynamoDB(one)]));
}

/** Wraps a value under its type; null and undefined become null. */
const as = (type: string) => (value: unknown) =>
  value === null || value === undefined ? null : { [type]: value };

/** `util.dynamodb` of APPSYNC_JS ("DynamoDB helpers in util.dynamodb"). */
export const dynamodb = {
  toDynamoDB,
  toMapValues,
  toString: as('S'),
  toStringSet: as('SS'),
  toNumber: as('N'),
  toNumberSet: as('NS'),
  toBinary: as('B'),
  toBinarySet: as('BS'),
  toBoolean: as('BOOL'),
  toNull: (): Attribute => ({ NULL: null }),
  toList: (value: unknown): Attribute | null => (Array.isArray(value) ? toDynamoDB(value) : null),
  toMap: (value: unknown): Attribute | null => (isObject(value) ? toDynamoDB(value) : null),
  toS3Object: (key: string, bucket: string, region: string, version?: string): Attribute => ({
    S: JSON.stringify({ s3: { key, bucket, region, ...(version !== undefined && { version }) } }),
  }),
  /** Parses what `toS3Object` wrote. */
  fromS3ObjectJson: (text: string): unknown => (JSON.parse(text) as { s3: unknown }).s3,
};

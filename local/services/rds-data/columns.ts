import type { FieldPacket } from 'mysql2';
import { AwsError } from '../protocol/awsError.ts';
import type { ColumnMetadata } from './wire.ts';

/** The member of a Field that holds the column's values. */
export type FieldKind = 'boolean' | 'long' | 'double' | 'decimal' | 'string' | 'blob';

export interface Column {
  label: string;
  kind: FieldKind;
  /** A FLOAT of about seven digits; the binary protocol widens it to a double that shows more. */
  isSingle: boolean;
}

interface WireColumn extends FieldPacket {
  /** MariaDB's extended metadata; `json` for MySQL's JSON type. */
  extendedFormat?: string;
}

interface ColumnType {
  kind: FieldKind;
  typeName: string;
  /** The java.sql.Types number for columnMetadata. */
  jdbc: number;
}

/** MySQL's own JSON type; MariaDB has texts that it marks as JSON. */
const JSON_TYPE = 245;
const binaryCharacterSet = 63;
const flag = {
  notNull: 1,
  unsigned: 32,
  binary: 128,
  enumeration: 256,
  autoIncrement: 512,
  set: 2048,
};

// Column types by their number in the MySQL protocol.
const types: { [type: number]: ColumnType } = {
  0: { kind: 'decimal', typeName: 'DECIMAL', jdbc: 3 },
  1: { kind: 'long', typeName: 'TINYINT', jdbc: -6 },
  2: { kind: 'long', typeName: 'SMALLINT', jdbc: 5 },
  3: { kind: 'long', typeName: 'INT', jdbc: 4 },
  4: { kind: 'double', typeName: 'FLOAT', jdbc: 7 },
  5: { kind: 'double', typeName: 'DOUBLE', jdbc: 8 },
  6: { kind: 'string', typeName: 'NULL', jdbc: 0 },
  7: { kind: 'string', typeName: 'TIMESTAMP', jdbc: 93 },
  8: { kind: 'long', typeName: 'BIGINT', jdbc: -5 },
  9: { kind: 'long', typeName: 'MEDIUMINT', jdbc: 4 },
  10: { kind: 'string', typeName: 'DATE', jdbc: 91 },
  11: { kind: 'string', typeName: 'TIME', jdbc: 92 },
  12: { kind: 'string', typeName: 'DATETIME', jdbc: 93 },
  13: { kind: 'long', typeName: 'YEAR', jdbc: 91 },
  [JSON_TYPE]: { kind: 'string', typeName: 'JSON', jdbc: -1 },
  246: { kind: 'decimal', typeName: 'DECIMAL', jdbc: 3 },
  249: { kind: 'string', typeName: 'TINYTEXT', jdbc: 12 },
  250: { kind: 'string', typeName: 'MEDIUMTEXT', jdbc: -1 },
  251: { kind: 'string', typeName: 'LONGTEXT', jdbc: -1 },
  252: { kind: 'string', typeName: 'TEXT', jdbc: -1 },
  253: { kind: 'string', typeName: 'VARCHAR', jdbc: 12 },
  254: { kind: 'string', typeName: 'CHAR', jdbc: 1 },
};

const bit: ColumnType = { kind: 'boolean', typeName: 'BIT', jdbc: -7 };
const bits: ColumnType = { kind: 'blob', typeName: 'BIT', jdbc: -3 };

const binaryNames: { [text: string]: [string, number] } = {
  TINYTEXT: ['TINYBLOB', -3],
  MEDIUMTEXT: ['MEDIUMBLOB', -4],
  LONGTEXT: ['LONGBLOB', -4],
  TEXT: ['BLOB', -4],
  VARCHAR: ['VARBINARY', -3],
  CHAR: ['BINARY', -2],
};

/** How the Data API represents a result column. Rejects a type that it does not support. */
export function readColumn(packet: FieldPacket): Column {
  const { kind, typeName } = typeOf(packet);
  return { label: packet.name, kind, isSingle: typeName === 'FLOAT' };
}

/**
 * The Data API's metadata of a result column, with all fourteen members seen in published answers.
 */
export function describeColumn(packet: FieldPacket): ColumnMetadata {
  const wire: WireColumn = packet;
  const { kind, typeName, jdbc } = typeOf(wire);
  const flags = Number(wire.flags ?? 0);
  const unsigned = (flags & flag.unsigned) !== 0;
  const isNumber = kind === 'long' || kind === 'double' || kind === 'decimal';
  return {
    name: wire.orgName || wire.name,
    type: jdbc,
    typeName: unsigned && isNumber && typeName !== 'YEAR' ? `${typeName} UNSIGNED` : typeName,
    label: wire.name,
    schemaName: '',
    tableName: wire.orgTable ?? '',
    isAutoIncrement: (flags & flag.autoIncrement) !== 0,
    isSigned: isNumber && !unsigned,
    isCurrency: false,
    isCaseSensitive: kind === 'blob' || (isText(wire) && (flags & flag.binary) !== 0),
    nullable: (flags & flag.notNull) !== 0 ? 0 : 1,
    precision: precisionOf(wire, kind),
    scale: kind === 'decimal' ? Number(wire.decimals ?? 0) : 0,
    arrayBaseColumnType: 0,
  };
}

/**
 * JSON, CHAR, VARCHAR, TEXT, ENUM and SET; dates and numbers also have the binary collation flag.
 */
function isText({ columnType }: WireColumn): boolean {
  return (columnType ?? 0) >= JSON_TYPE && columnType !== 246;
}

function typeOf(wire: WireColumn): ColumnType {
  const code = wire.columnType ?? wire.type ?? 6;
  if (code === 16) return wire.columnLength === 1 ? bit : bits;
  const type = types[code];
  if (type === undefined) throw unsupported(code);
  if (code === 1 && wire.columnLength === 1) return bit;
  if (wire.extendedFormat === 'json') return types[JSON_TYPE] ?? type;
  if (code <= JSON_TYPE) return type;
  const flags = Number(wire.flags ?? 0);
  if ((flags & (flag.enumeration | flag.set)) !== 0) return { ...type, typeName: 'CHAR' };
  const typeNameOfSize = sized(type.typeName, wire);
  const named = {
    ...type,
    typeName: typeNameOfSize,
    jdbc: typeNameOfSize === 'TINYTEXT' ? 12 : type.jdbc,
  };
  if (wire.characterSet !== binaryCharacterSet || type.kind !== 'string') return named;
  const [typeName, jdbc] = binaryNames[named.typeName] ?? ['BLOB', -4];
  return { kind: 'blob', typeName, jdbc };
}

/** API guide, "Comparing Amazon RDS Data API behaviors": class and text. */
function unsupported(code: number): AwsError {
  const name = code === 255 ? 'GEOMETRY' : `number ${code}`;
  return new AwsError(
    'UnsupportedResultException',
    `The result contains the unsupported data type ${name}.`,
  );
}

/** All texts and blobs arrive as one type; the length identifies the original one. */
function sized(typeName: string, { columnLength = 0 }: WireColumn): string {
  if (typeName !== 'TEXT') return typeName;
  if (columnLength <= 1020) return 'TINYTEXT';
  if (columnLength <= 262_140) return 'TEXT';
  return columnLength <= 67_108_860 ? 'MEDIUMTEXT' : 'LONGTEXT';
}

function precisionOf(
  { columnLength = 0, decimals, characterSet }: WireColumn,
  kind: FieldKind,
): number {
  if (kind === 'decimal') return columnLength - (Number(decimals ?? 0) > 0 ? 2 : 1);
  if (kind === 'string' && characterSet !== binaryCharacterSet) return Math.floor(columnLength / 4);
  return columnLength;
}

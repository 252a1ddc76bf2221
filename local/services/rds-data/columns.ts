import type { FieldPacket } from 'mysql2';
import type { ColumnMetadata } from './wire.ts';

/** Which member of a Field carries the column's values. */
export type FieldKind = 'boolean' | 'long' | 'double' | 'decimal' | 'string' | 'blob' | 'bit';

export interface Column {
  label: string;
  kind: FieldKind;
  metadata: ColumnMetadata;
}

interface WireColumn extends FieldPacket {
  /** MariaDB's extended metadata; `json` for what MySQL calls JSON. */
  extendedFormat?: string;
}

interface ColumnType {
  kind: FieldKind;
  typeName: string;
  /** The number in java.sql.Types, which columnMetadata uses. */
  jdbc: number;
}

const binaryCharacterSet = 63;
const flag = {
  notNull: 1,
  unsigned: 32,
  binary: 128,
  enumeration: 256,
  autoIncrement: 512,
  set: 2048,
};

// Numbers of the MySQL protocol's column types.
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
  16: { kind: 'bit', typeName: 'BIT', jdbc: -7 },
  245: { kind: 'string', typeName: 'JSON', jdbc: -1 },
  246: { kind: 'decimal', typeName: 'DECIMAL', jdbc: 3 },
  249: { kind: 'string', typeName: 'TINYTEXT', jdbc: 12 },
  250: { kind: 'string', typeName: 'MEDIUMTEXT', jdbc: -1 },
  251: { kind: 'string', typeName: 'LONGTEXT', jdbc: -1 },
  252: { kind: 'string', typeName: 'TEXT', jdbc: -1 },
  253: { kind: 'string', typeName: 'VARCHAR', jdbc: 12 },
  254: { kind: 'string', typeName: 'CHAR', jdbc: 1 },
};

const binaryNames: { [text: string]: [string, number] } = {
  TINYTEXT: ['TINYBLOB', -3],
  MEDIUMTEXT: ['MEDIUMBLOB', -4],
  LONGTEXT: ['LONGBLOB', -4],
  TEXT: ['BLOB', -4],
  VARCHAR: ['VARBINARY', -3],
  CHAR: ['BINARY', -2],
};

/** How the Data API describes and carries one column of the result. */
export function readColumn(packet: FieldPacket): Column {
  const wire: WireColumn = packet;
  const { kind, typeName, jdbc } = typeOf(wire);
  const flags = Number(wire.flags ?? 0);
  const unsigned = (flags & flag.unsigned) !== 0;
  const isNumber = kind === 'long' || kind === 'double' || kind === 'decimal';
  return {
    label: wire.name,
    kind,
    metadata: {
      name: wire.orgName || wire.name,
      type: jdbc,
      typeName: unsigned && isNumber && typeName !== 'YEAR' ? `${typeName} UNSIGNED` : typeName,
      label: wire.name,
      schemaName: wire.db ?? '',
      tableName: wire.table ?? '',
      isAutoIncrement: (flags & flag.autoIncrement) !== 0,
      isSigned: isNumber && !unsigned,
      isCurrency: false,
      isCaseSensitive: kind === 'blob' || (flags & flag.binary) !== 0,
      nullable: (flags & flag.notNull) !== 0 ? 0 : 1,
      precision: precisionOf(wire, kind),
      scale: kind === 'decimal' ? Number(wire.decimals ?? 0) : 0,
      arrayBaseColumnType: 0,
    },
  };
}

function typeOf(wire: WireColumn): ColumnType {
  const code = wire.columnType ?? wire.type ?? 6;
  const type = types[code];
  if (type === undefined) throw new Error(`Column ${wire.name} has the unknown type ${code}`);
  if (code === 1 && wire.columnLength === 1) return { kind: 'boolean', typeName: 'BIT', jdbc: -7 };
  if (wire.extendedFormat === 'json') return { kind: 'string', typeName: 'JSON', jdbc: -1 };
  if (code < 245) return type;
  const flags = Number(wire.flags ?? 0);
  if ((flags & (flag.enumeration | flag.set)) !== 0) return { ...type, typeName: 'CHAR' };
  const named = { ...type, typeName: sized(type.typeName, wire) };
  if (wire.characterSet !== binaryCharacterSet || type.kind !== 'string') return named;
  const [typeName, jdbc] = binaryNames[named.typeName] ?? ['BLOB', -4];
  return { kind: 'blob', typeName, jdbc };
}

/** All texts and blobs arrive as one type; their length tells which it was. */
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

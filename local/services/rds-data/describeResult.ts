import type { FieldPacket } from 'mysql2';
import { type Column, describeColumn, readColumn } from './columns.ts';
import type { PreparedSql } from './readSql.ts';
import type { ColumnMetadata } from './wire.ts';

/** The columns of a result. Several answers may share one description, so it is immutable. */
export interface Description {
  readonly columns: readonly Column[];
  readonly metadata: readonly ColumnMetadata[];
}

const known = new WeakMap<PreparedSql, Description & { marks: unknown[] }>();

/**
 * The columns of a statement's result; rebuilds the description only if they differ from those of
 * its last result. Rejects a type that the Data API does not support.
 */
export function describeResult(prepared: PreparedSql, packets: FieldPacket[]): Description {
  const marks = packets.flatMap(marksOf);
  const last = known.get(prepared);
  if (last && isSame(last.marks, marks)) return last;
  const columns = packets.map(readColumn);
  const metadata = packets.map((packet) => Object.freeze(describeColumn(packet)));
  const description = { columns, metadata: Object.freeze(metadata), marks };
  known.set(prepared, description);
  return description;
}

/** Everything that a description depends on. */
function marksOf(packet: FieldPacket & { extendedFormat?: string }): unknown[] {
  return [
    packet.name,
    packet.orgName,
    packet.orgTable,
    packet.columnType ?? packet.type,
    packet.columnLength,
    packet.characterSet,
    packet.flags,
    packet.decimals,
    packet.extendedFormat,
  ];
}

function isSame(some: unknown[], others: unknown[]): boolean {
  return some.length === others.length && some.every((mark, index) => mark === others[index]);
}

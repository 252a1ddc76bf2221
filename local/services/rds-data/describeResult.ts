import type { FieldPacket } from 'mysql2';
import { type Column, describeColumn, readColumn } from './columns.ts';
import type { PreparedSql } from './readSql.ts';
import type { ColumnMetadata } from './wire.ts';

/** The columns of a result. One description may stand in many answers, and so does not change. */
export interface Description {
  readonly columns: readonly Column[];
  readonly metadata: readonly ColumnMetadata[];
}

const known = new WeakMap<PreparedSql, Description & { marks: unknown[] }>();

/**
 * The columns of a statement's result, described anew only when they are others than those of its
 * last result. A type that the Data API does not have is refused.
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

/** All that a description is made of. */
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

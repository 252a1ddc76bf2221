import type { Line } from '../bytes/line.ts';
import type { Profile } from '../profile/profile.ts';
import { type FileRecord, frameRecords } from '../read/frameRecords.ts';
import { fitsLayout, type Layout, readLayout } from '../read/layout.ts';
import { parseRecords } from '../read/parseRecords.ts';

/** A file whose first record has been read. */
export interface OpenedFile {
  layout: Layout;
  /** The header record, unchanged; null in a file without one. */
  header: string | null;
  firstLine: string;
  /** Every record except the header. */
  records: AsyncIterable<FileRecord[]>;
}

/**
 * Reads the layout of the columns from the first record. An empty file always fits. Throws
 * `RefusedFile` for one that does not fit its profile.
 */
export async function openRecords(
  lines: AsyncIterable<Line[]>,
  profile: Profile,
  profiles: readonly Profile[],
): Promise<OpenedFile> {
  let layout: Layout = { width: 0, columns: [], unknown: [], hasHeader: false };
  const framed = frameRecords(
    lines,
    profile,
    (cells) => layout.width === 0 || fitsLayout(cells, layout),
  );
  // The first record comes alone.
  const { value } = await framed.next();
  const [first] = parseRecords(value ?? [], profile);
  if (!first) return { layout, header: null, firstLine: '', records: framed };
  layout = readLayout(first, profile, profiles);
  const header = layout.hasHeader ? first.raw : null;
  async function* records() {
    if (!layout.hasHeader) yield [first as FileRecord];
    yield* framed;
  }
  return { layout, header, firstLine: first.raw, records: records() };
}

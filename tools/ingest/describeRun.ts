import type { Row } from '../../db/database.ts';
import type { Preview } from '../../services/ingest/merging/previewRun.ts';
import type { Notes } from '../../services/ingest/stage/takeNotes.ts';
import type { Run } from './readRun.ts';

/** Where the records went: `records 3 = created 1 + …`. */
export function describeAccount(counts: {
  records: number;
  created: number;
  changed: number;
  unchanged: number;
  held: number;
  rejected: number;
}): string {
  const { records, created, changed, unchanged, held, rejected } = counts;
  return `records ${records} = created ${created} + changed ${changed} + unchanged ${unchanged} + held ${held} + rejected ${rejected}`;
}

/** One line of a list of runs. */
export function describeShortly(row: Row): string {
  const time = `${row.started_at}`.slice(0, 19);
  return [
    time,
    `${row.state}`.padEnd(9),
    `${row.record_count}`.padStart(9),
    `${row.rejected_count}`.padStart(7),
    `${row.id}`,
    baseName(row),
  ].join('  ');
}

/** The head of a list of runs. */
export const SHORT_HEAD = [
  'started (UTC)'.padEnd(19),
  'state'.padEnd(9),
  'records'.padStart(9),
  'rejects'.padStart(7),
  'run',
  'file',
].join('  ');

/** All that is known of a run, as lines. */
export function describeRun({ row, notes, preview }: Run): string[] {
  const { state } = row;
  return [
    `${state} ${row.id}`,
    `file      ${baseName(row)} (${row.byte_count} bytes, profile ${row.profile}${
      row.base_date === null ? '' : `, of ${row.base_date}`
    })`,
    `started   ${row.started_at} UTC`,
    `finished  ${row.finished_at ?? '–'}${row.finished_at === null ? '' : ' UTC'}`,
    ...(row.reason === null ? [] : [`reason    ${row.reason}`]),
    ...(row.repeat_of === null ? [] : [`repeats   ${row.repeat_of}: the very same bytes`]),
    ...(row.approved_by === null
      ? []
      : [`approved  by ${row.approved_by}, ${row.approved_at} UTC`]),
    ...(row.discarded_by === null
      ? []
      : [`discarded by ${row.discarded_by}, ${row.discarded_at} UTC`]),
    describeAccount({
      records: Number(row.record_count),
      created: Number(row.created_count),
      changed: Number(row.changed_count),
      unchanged: Number(row.unchanged_count),
      held: Number(row.held_count),
      rejected: Number(row.rejected_count),
    }),
    ...(notes === null ? [] : describeNotes(notes)),
    ...(preview === null || state === 'MERGED' ? [] : describePreview(preview)),
  ];
}

function describeNotes({ unknownColumns, mendings, unknownRoles, encodingDoubt }: Notes): string[] {
  return [
    ...(unknownColumns.length === 0 ? [] : [`not read: columns ${unknownColumns.join(', ')}`]),
    ...mendings.map(({ kind, count, examples: [first] }) => {
      const example = first ? ` (line ${first.line}: ${first.seen} → ${first.became})` : '';
      return `mended: ${count} by ${kind}${example}`;
    }),
    ...(unknownRoles.length === 0
      ? []
      : [
          `roles not known: ${unknownRoles
            .slice(0, 10)
            .map(({ word, count }) => `${word} (${count})`)
            .join(', ')}`,
        ]),
    ...(encodingDoubt === null ? [] : [`the bytes rather look like ${encodingDoubt}`]),
  ];
}

/** What a merge would do, as lines. */
export function describePreview(preview: Preview): string[] {
  const lines = [`a merge would come to: ${describeAccount(preview)}`];
  for (const { kind, count, subscriptions, examples } of preview.events) {
    lines.push(`  ${kind} ${count}, of interest to ${subscriptions} subscriptions`);
    for (const { bookId, title } of examples.slice(0, 3)) {
      lines.push(`    ${bookId} ${title ?? ''}`);
    }
  }
  if (preview.unconfirmed > 0) lines.push(`  ${preview.unconfirmed} books would be unconfirmed`);
  return lines;
}

function baseName(row: Row): string {
  const key = `${row.file_key}`;
  return key.slice(key.lastIndexOf('/') + 1);
}

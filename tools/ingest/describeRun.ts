import { basename } from 'node:path';
import type { IngestRun, IngestRunInFull } from '../../client/src/operateIngest.ts';

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
export function describeShortly(run: IngestRun): string {
  return [
    run.startedAt.slice(0, 19),
    run.state.padEnd(9),
    `${run.records}`.padStart(9),
    `${run.rejected}`.padStart(7),
    run.id,
    basename(run.fileName),
  ].join('  ');
}

/** The header of a list of runs. */
export const SHORT_HEAD = [
  'started (UTC)'.padEnd(19),
  'state'.padEnd(9),
  'records'.padStart(9),
  'rejects'.padStart(7),
  'run',
  'file',
].join('  ');

/** Everything known about a run, as lines. */
export function describeRun(run: IngestRunInFull): string[] {
  const { notes, preview } = run;
  const of = run.baseDate ? `, of ${run.baseDate}` : '';
  return [
    `${run.state} ${run.id}`,
    `file      ${basename(run.fileName)} (${run.byteCount} bytes, profile ${run.profile}${of})`,
    `started   ${run.startedAt}`,
    `finished  ${run.finishedAt ?? '–'}`,
    ...(run.reason ? [`reason    ${run.reason}`] : []),
    ...(run.repeatOf ? [`repeats   ${run.repeatOf}: the very same bytes`] : []),
    ...(run.approvedBy ? [`approved  by ${run.approvedBy}, ${run.approvedAt}`] : []),
    ...(run.discardedBy ? [`discarded by ${run.discardedBy}, ${run.discardedAt}`] : []),
    describeAccount(run),
    ...(notes ? describeNotes(notes) : []),
    ...(preview && run.state !== 'MERGED' ? describePreview(preview) : []),
  ];
}

function describeNotes(notes: NonNullable<IngestRunInFull['notes']>): string[] {
  const { unknownColumns, mendings, unknownRoles, encodingDoubt } = notes;
  const roles = unknownRoles.slice(0, 10).map(({ word, count }) => `${word} (${count})`);
  return [
    ...(unknownColumns.length > 0 ? [`not read: columns ${unknownColumns.join(', ')}`] : []),
    ...mendings.map(({ kind, count, examples: [first] }) => {
      const example = first ? ` (line ${first.line}: ${first.seen} → ${first.became})` : '';
      return `mended: ${count} by ${kind}${example}`;
    }),
    ...(roles.length > 0 ? [`roles not known: ${roles.join(', ')}`] : []),
    ...(encodingDoubt ? [`the bytes rather look like ${encodingDoubt}`] : []),
  ];
}

/** What a merge would do, as lines. */
export function describePreview(preview: NonNullable<IngestRunInFull['preview']>): string[] {
  const events = preview.events.flatMap(({ kind, count, subscriptions, examples }) => [
    `  ${kind} ${count}, of interest to ${subscriptions} subscriptions`,
    ...examples.slice(0, 3).map(({ bookId, title }) => `    ${bookId} ${title ?? ''}`),
  ]);
  const { unconfirmed } = preview;
  return [
    `a merge would come to: ${describeAccount(preview)}`,
    ...events,
    ...(unconfirmed > 0 ? [`  ${unconfirmed} books would be unconfirmed`] : []),
  ];
}

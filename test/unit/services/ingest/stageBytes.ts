import { fromContent } from '../../../../services/ingest/stage/content.ts';
import { stageFile } from '../../../../services/ingest/stage/stageFile.ts';
import { keepStatements } from './memoryDatabase.ts';

/** How a file is staged, if different from a delta of our own contract. */
export interface Staging {
  profile?: string;
  encoding?: string;
  fileKey?: string;
}

/**
 * Stages a file into a database that records statements; returns the report and both tables' rows.
 */
export async function stageBytes(
  text: string | Uint8Array | AsyncIterable<Uint8Array>,
  {
    profile = 'shinkan',
    encoding = '',
    fileKey = 'incoming/shinkan_20270105_delta_001.csv',
  }: Staging = {},
) {
  const { database, sent } = keepStatements();
  async function* bytes() {
    if (typeof text === 'string') yield new TextEncoder().encode(text);
    else if (text instanceof Uint8Array) yield text;
    else yield* text;
  }
  const report = await stageFile(database, {
    runId: 'run-1',
    fileKey,
    profile,
    encoding,
    today: '2027-01-05',
    bytes: bytes(),
    program: 'test',
  });
  const rowsOf = (table: string) =>
    sent.filter(({ sql }) => sql.startsWith(`insert into ${table} `)).flatMap(({ rows }) => rows);
  const names = (table: string) =>
    /columns \((.*)\)\) r$/
      .exec(sent.find(({ sql }) => sql.startsWith(`insert into ${table} `))?.sql ?? '')?.[1]
      ?.split(/, (?=\w+ \w)/)
      .map((column) => column.split(' ')[0] ?? '') ?? [];
  const read = (table: string) =>
    rowsOf(table).map((row) => Object.fromEntries(names(table).map((name, at) => [name, row[at]])));
  const staged: { [column: string]: unknown }[] = read('ingest_stage').map(
    ({ content, ...row }) => ({
      ...row,
      ...(typeof content === 'string' ? fromContent(content) : {}),
    }),
  );
  return { report, staged, rejects: read('ingest_reject') };
}

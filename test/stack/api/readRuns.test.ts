import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IngestReject } from '../../../resolvers/generated/schema.ts';
import { beginRun, recordProgress } from '../../../services/ingest/stage/run.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { announcedBook, writeFeed } from '../../support/feed.ts';
import {
  type Asker,
  anOperator,
  given,
  ingest,
  REJECTS,
  refusedAs,
  SHOW,
  untilHeld,
} from './operating.ts';

let operator: Asker;
beforeAll(async () => {
  operator = await anOperator();
});

const database = () => openStackDatabase(testStack());

/** Creates a run as the ingest leaves it, with notes and rejects. Returns its id. */
async function aRun(kept: { notes?: object; rejects?: string[] }): Promise<string> {
  const id = `read-${randomUUID()}`;
  await database().execute(
    `insert into ingest_run (id, profile, file_key, state, started_at, byte_count, bytes_read, notes)
     values (:id, 'shinkan', 'read.csv', 'REFUSED', utc_timestamp(6), 6000000000, 4000000000, :notes)`,
    { id, notes: kept.notes === undefined ? null : JSON.stringify(kept.notes) },
  );
  for (const [index, raw] of (kept.rejects ?? []).entries()) {
    await database().execute(
      `insert into ingest_reject (run_id, record_no, line, byte_offset, reason_code, reason, raw_row)
       values (:id, :record, :record + 1, 5000000000 + :record, 'too-long', '長すぎます', :raw)`,
      { id, record: (index + 1) * 10, raw },
    );
  }
  return id;
}

/** The rejects of a run, one list per page. */
async function pagesOf(id: string, first: number): Promise<IngestReject[][]> {
  const pages: IngestReject[][] = [];
  let after: string | null | undefined = null;
  do {
    const {
      rejects,
    }: { rejects: { rejects: IngestReject[]; endCursor?: string | null | undefined } } = given(
      await operator(REJECTS, { id, first, after }),
    );
    pages.push(rejects.rejects);
    after = rejects.endCursor;
  } while (after);
  return pages;
}

describe('the rejects of a run', () => {
  it.each([1, 3, 7, 100])(
    'rejects come in the order of the file, each once, %i to a page',
    async (first) => {
      const rows = Array.from({ length: 7 }, (_, n) => `行${n}`);
      const pages = await pagesOf(await aRun({ rejects: rows }), first);
      expect(pages.flat().map(({ raw }) => raw)).toEqual(rows);
      expect(pages.flat().map(({ record }) => record)).toEqual([10, 20, 30, 40, 50, 60, 70]);
      expect(pages).toHaveLength(Math.ceil(7 / first));
      // Beyond the range of a GraphQL Int.
      expect(pages[0]?.[0]?.byteOffset).toBe(5_000_000_010);
    },
  );

  it.each([
    ['letters', 'x'.repeat(60_000), 20, 2],
    ['kana, of which a byte in the file is three here', 'ア'.repeat(65_000), 6, 1],
    ['marks that JSON writes with six letters', '\u0001'.repeat(65_000), 6, 2],
  ])('rejects are returned completely when rows are long: %s', async (_, row, rows, most) => {
    const pages = await pagesOf(await aRun({ rejects: Array(rows).fill(row) }), 100);
    expect(pages.flat().map(({ raw }) => raw === row)).toEqual(Array(rows).fill(true));
    expect(Math.max(...pages.map((page) => page.length))).toBe(most);
  });

  it('rejects are empty if none were rejected', async () => {
    expect(await pagesOf(await aRun({}), 20)).toEqual([[]]);
  });

  it.each(['', 'x', '-1', '1; drop table ingest_reject', '9999999999', '1 ', '1\n'])(
    'rejects do not accept the cursor %j',
    async (after) => {
      const id = await aRun({ rejects: ['行'] });
      expect(refusedAs(await operator(REJECTS, { id, after }))).toBe('InvalidCursor');
    },
  );

  it.each([0, 101])('rejects do not accept %i to a page', async (first) => {
    const id = await aRun({ rejects: ['行'] });
    expect(refusedAs(await operator(REJECTS, { id, first }))).toBe('InvalidArgument');
  });
});

describe('the notes of a run', () => {
  it('a run’s notes list repairs, unknown values and unread columns', async () => {
    const file = writeFeed([
      announcedBook('直した本', {
        ISBN: '="9784999990009"',
        著者: '汐見透子|謎役|シオミ',
        備考: '',
      }),
      announcedBook('値のない本', { 本体価格: 'abc' }),
    ]);
    const { id } = await ingest(operator, file);
    expect((await untilHeld(operator, id)).notes).toMatchObject({
      unknownColumns: ['備考'],
      mendings: [
        {
          kind: 'wrapping',
          count: 1,
          examples: [
            { line: 2, column: 'ISBN', seen: '="9784999990009"', became: '9784999990009' },
          ],
        },
      ],
      unknownRoles: [{ word: '謎役', count: 1 }],
      encodingDoubt: null,
    });
  });

  it('a run’s notes may be long, in a list too', async () => {
    const notes = {
      header: '列'.repeat(20_000),
      unknownColumns: [],
      mendings: [],
      unknownRoles: [],
      encodingDoubt: null,
    };
    for (let n = 0; n < 20; n += 1) await aRun({ notes });
    const page = given<{ runs: { notes: { header: string } | null; byteCount: number }[] }>(
      await operator('{ ingestRuns(first: 20) { runs { byteCount notes { header } } } }'),
    );
    // Together they exceed one answer of the database.
    expect(page.runs.map((run) => run.notes?.header.length)).toEqual(Array(20).fill(20_000));
    expect(page.runs[0]?.byteCount).toBe(6_000_000_000);
  });

  it('a run shows the progress of reading, without an end before that is known', async () => {
    const { progress } = given(await operator(SHOW, { id: await aRun({}) }));
    expect(progress).toEqual({ rowsRead: 0, bytesRead: 4_000_000_000, bytesTotal: null });
  });

  it('a run shows the progress of reading while it goes on', async () => {
    const id = `reading-${randomUUID()}`;
    const order = { runId: id, profile: 'shinkan', fileKey: 'reading.csv' };
    await beginRun(database(), order, new Date());
    await recordProgress(database(), id, { rows: 5, bytes: 3e9, bytesTotal: 9e9 });
    expect(given(await operator(SHOW, { id }))).toMatchObject({
      state: 'STAGING',
      progress: { rowsRead: 5, bytesRead: 3e9, bytesTotal: 9e9 },
    });
  });

  it('a run that does not exist is null', async () => {
    expect((await operator(SHOW, { id: 'nobody' })).data).toEqual({ ingestRun: null });
  });
});

import type { ApolloClient } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import type {
  ExecutionRowPartsFragment,
  RunRowPartsFragment,
} from '../../../../web/src/generated/operatorDocuments.ts';
import { eachHour } from '../../../../web/src/pages/operator/overview/eachHour.ts';
import { runsOf, standingOf } from '../../../../web/src/pages/operator/overview/todaysRun.ts';
import { inLanguage } from '../../../../web/src/pages/operator/parts/inLanguage.ts';
import { stack } from '../../../../web/src/pages/operator/plot/bars.ts';
import { readAllRejects } from '../../../../web/src/pages/operator/run/rejects/readAllRejects.ts';
import { rejectsCsv } from '../../../../web/src/pages/operator/run/rejects/rejectsCsv.ts';

const aReject = (record: number, raw: string) => ({
  record,
  line: record + 1,
  column: null,
  reasonCode: 'cell-count',
  reason: '列の数が違います',
  raw,
});

describe('rejectsCsv', () => {
  const cellsOf = (raw: string) => rejectsCsv(['行'], [aReject(1, raw)]).split('\r\n')[1];

  it('rejectsCsv writes UTF-8 for spreadsheets, with a row per reject', () => {
    const csv = rejectsCsv(['行', '元の行'], [aReject(1, 'a'), aReject(2, 'b')]);
    expect(csv.split('\r\n')).toEqual([
      '\uFEFF"行","元の行"',
      '"2","1","","cell-count","列の数が違います","a"',
      '"3","2","","cell-count","列の数が違います","b"',
      '',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '＝1', '－1', '\nx'])(
    'rejectsCsv keeps spreadsheets from evaluating %j',
    (raw) => {
      expect(cellsOf(raw)).toContain(`,"'${raw}"`);
    },
  );

  it('rejectsCsv keeps quotation marks and commas within their cell', () => {
    expect(cellsOf('"雪国, 上",1')).toContain(',"""雪国, 上"",1"');
  });
});

describe('readAllRejects', () => {
  const pages = [
    { rejects: [aReject(1, 'a')], endCursor: '1' },
    { rejects: [aReject(2, 'b')], endCursor: null },
  ];
  const client = {
    query: async ({ variables }: { variables: { after: string | null } }) => ({
      data: { ingestRun: { id: 'r', rejects: pages[variables.after === null ? 0 : 1] } },
    }),
  } as unknown as Pick<ApolloClient, 'query'>;

  it('readAllRejects reads page by page and reports its progress', async () => {
    const told: number[] = [];
    const signal = new AbortController().signal;
    const rejects = await readAllRejects(client, 'r', signal, (read) => told.push(read));
    expect(rejects.map(({ raw }) => raw)).toEqual(['a', 'b']);
    expect(told).toEqual([1, 2]);
  });

  it('readAllRejects stops when aborted', async () => {
    const reading = new AbortController();
    const told: number[] = [];
    const all = readAllRejects(client, 'r', reading.signal, (read) => {
      told.push(read);
      reading.abort();
    });
    await expect(all).rejects.toThrow('abort');
    expect(told).toEqual([1]);
  });
});

describe('inLanguage', () => {
  const reason = '9行のうち3行が読めませんでした。 / Held: 3 of 9 rows were rejected.';

  it('inLanguage returns the part in the page’s language', () => {
    expect(inLanguage(reason, 'ja')).toBe('9行のうち3行が読めませんでした。');
    expect(inLanguage(reason, 'en')).toBe('Held: 3 of 9 rows were rejected.');
  });

  it.each(['The mail service said no', '「a。 / b」は長すぎます。 / "a。 / b" is too long'])(
    'inLanguage returns a reason of another form whole: %s',
    (whole) => {
      expect(inLanguage(whole, 'ja')).toBe(whole);
    },
  );
});

describe('eachHour', () => {
  it('eachHour ends with the current hour, and fills hours without mails', () => {
    const known = [{ hour: '2026-11-26T03:00:00.000Z', sent: 4, skipped: 0, failed: 1 }];
    const hours = eachHour(known, 3, new Date('2026-11-26T04:59:59Z'));
    expect(hours.map(({ hour, sent }) => [hour, sent])).toEqual([
      ['2026-11-26T02:00:00.000Z', 0],
      ['2026-11-26T03:00:00.000Z', 4],
      ['2026-11-26T04:00:00.000Z', 0],
    ]);
  });
});

it('stack adds up the series below each one', () => {
  const series = [
    [1, 2],
    [3, 0],
    [5, 5],
  ].map((values) => ({
    name: '',
    colour: 'first' as const,
    values,
  }));
  expect(stack(series)).toEqual([
    [1, 2],
    [4, 2],
    [9, 7],
  ]);
});

describe('today’s file', () => {
  const aRun = (id: string, more: Partial<RunRowPartsFragment> = {}): RunRowPartsFragment => ({
    id,
    profile: 'shinkan',
    fileName: 'a.csv',
    state: 'MERGED',
    startedAt: '2026-11-25T21:00:00Z',
    finishedAt: null,
    records: 1,
    created: 1,
    changed: 0,
    unchanged: 0,
    held: 0,
    rejected: 0,
    reasonCode: null,
    progress: { rowsRead: 1, bytesRead: 1, bytesTotal: 1 },
    ...more,
  });

  it('runsOf returns the runs of the day in Japan without dry runs', () => {
    const runs = [
      aRun('tried', { state: 'DISCARDED', reasonCode: 'dry-run' }),
      aRun('morning'),
      aRun('the day before', { startedAt: '2026-11-25T14:59:59Z' }),
    ];
    expect(runsOf('2026-11-26', runs).map(({ id }) => id)).toEqual(['morning']);
  });

  it('standingOf does not show a run as in progress after its execution has failed', () => {
    const execution: ExecutionRowPartsFragment = {
      name: 'x',
      status: 'FAILED',
      startedAt: '2026-11-25T21:00:00Z',
      stoppedAt: null,
      error: null,
      cause: null,
      runId: 'x',
    };
    const run = aRun('x', { state: 'STAGING' });
    expect(standingOf(run, [execution])).toBe('STOPPED');
    expect(standingOf(run, [{ ...execution, status: 'RUNNING' }])).toBe('STAGING');
    expect(standingOf(aRun('x'), [execution])).toBe('MERGED');
  });
});

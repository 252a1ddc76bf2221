import { userInfo } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as command } from '../../support/command.ts';
import { writeFile } from '../../support/feed.ts';
import { announced, type FeedRow, repriced, toFeed, withdrawn } from '../../support/feedRows.ts';
import { anIngestWorld } from '../../support/kills/ingestWorld.ts';

const KNOWN = 40;
const FULL = 'shinkan_20270106_full_001.csv';
const DELTA = 'shinkan_20270106_delta_001.csv';

const open = anIngestWorld();
const known = Array.from({ length: KNOWN }, (_, n) => announced(`G-${n}`, 1));
const header = toFeed().split('\r\n')[0] ?? '';

/** A delivery that a guard holds, and what is recorded about it. */
interface Suspicious {
  name: string;
  content: string;
  code: string;
}

const few = toFeed(...known.slice(0, 19), announced('G-90', 2));
const damaged = toFeed(
  ...known.slice(0, 37),
  ...known.slice(37).map((row) => ({ ...row, 本体価格: 'abc' })),
);
const cancelling = toFeed(
  ...known.slice(0, 35),
  ...Array.from({ length: 5 }, (_, n) => withdrawn(`G-${n + 35}`, 2)),
);
const moving = toFeed(...known.slice(0, 35), ...known.slice(35).map(moved));
/** A delta may change a handful of books however few there are. */
const cancellingDelta = toFeed(...Array.from({ length: 10 }, (_, n) => withdrawn(`G-${n}`, 2)));
const movingDelta = toFeed(...known.slice(0, 10).map(moved));

const guards: [what: string, Suspicious][] = [
  [
    'a file with less than half of the usual rows',
    { name: FULL, content: few, code: 'too-few-rows' },
  ],
  [
    'a file with more than 5 % rejected rows',
    { name: FULL, content: damaged, code: 'too-many-rejects' },
  ],
  [
    'a delta with more than 5 % rejected rows',
    { name: DELTA, content: damaged, code: 'too-many-rejects' },
  ],
  [
    'a file that withdraws more than 10 %',
    { name: FULL, content: cancelling, code: 'too-many-cancelled' },
  ],
  ['a file that moves more than 10 %', { name: FULL, content: moving, code: 'too-many-moved' }],
  ['an empty file', { name: FULL, content: '', code: 'empty-file' }],
  ['an empty delta', { name: DELTA, content: '', code: 'empty-file' }],
  [
    'a file with a header and nothing else',
    { name: FULL, content: `${header}\r\n`, code: 'header-only' },
  ],
  [
    'a delta that withdraws more than 10 %',
    { name: DELTA, content: cancellingDelta, code: 'too-many-cancelled' },
  ],
  [
    'a delta that moves more than 10 %',
    { name: DELTA, content: movingDelta, code: 'too-many-moved' },
  ],
];

const ingest = (...parameters: string[]) => command('ingest', ...parameters, '--dir', open().dir);

beforeAll(async () => {
  const { run, put, rows, tables } = open();
  // Three earlier full files, each with different bytes, establish what is usual.
  for (const number of [1, 2, 3]) {
    const prices = number === 1 ? [] : [repriced(`G-${number}`, number, `${1700 + number}`)];
    const file = await put(toFeed(...known, ...prices), `shinkan_2027010${number}_full_001.csv`);
    expect(await run(file)).toMatchObject({ status: 'SUCCEEDED' });
  }
  for (const book of ['G-36', 'G-38']) {
    await rows(
      `insert into subscription (member_id, book_id, created_at, consent_source)
       values ('1', ?, utc_timestamp(6), 'test')`,
      [`shinkan-${book}`],
    );
  }
  await tables.remember('usual');
});

describe('bar 18 ingest guards', { timeout: 120_000 }, () => {
  it.each(guards)(
    'the guards hold %s, and approval merges exactly what was staged',
    isHeldAndApproved,
  );
  it.each(guards)('the guards hold %s, and discarding drops it', isHeldAndDiscarded);

  it('the guards let an ordinary file be merged', async () => {
    await open().tables.restore('usual');
    const rows = [...known.slice(0, 38), ...known.slice(38).map(moved), announced('G-91', 2)];
    const { code, output } = await ingest(writeFile(FULL, toFeed(...rows)), '--json');
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ state: 'MERGED', created: 1, changed: 2 });
  });
});

async function isHeldAndApproved(_: string, suspicious: Suspicious): Promise<void> {
  const { tables, rows, put } = open();
  const { run, fileKey, preview, untouched } = await isHeld(suspicious);

  // The bucket holds another file under that key by now.
  await put(toFeed(announced('G-99', 3)), fileKey.replace(/^incoming\//, ''));
  const approved = await ingest('approve', run, '--json');
  expect(approved.code, approved.output).toBe(0);
  const row = await tables.run(run);
  expect(row).toMatchObject({ state: 'MERGED', approved_by: userInfo().username });
  expect(row.approved_at).toBeInstanceOf(Date);
  // Exactly what the preview showed, and nothing else.
  const { records, created, changed, unchanged, held, rejected } = JSON.parse(approved.output);
  expect({ records, created, changed, unchanged, held, rejected }).toEqual(preview.account);
  expect(await eventsOf(run)).toEqual(preview.events);
  expect(await tables.staged()).toEqual([]);
  const [log] = await rows('select count(*) as n from book_event where run_id <> ?', [run]);
  expect(Number(log?.n)).toBe(KNOWN);
  // A second approval finds the run merged.
  const merged = await tables.untouched();
  expect((await ingest('approve', run)).code).toBe(0);
  expect(await tables.untouched()).toBe(merged);
  if (preview.account.created + preview.account.changed > 0) expect(merged).not.toBe(untouched);
}

async function isHeldAndDiscarded(_: string, suspicious: Suspicious): Promise<void> {
  const { tables } = open();
  const { run, untouched } = await isHeld(suspicious);

  const discarded = await ingest('discard', run);
  expect(discarded.code, discarded.output).toBe(0);
  const row = await tables.run(run);
  expect(row).toMatchObject({ state: 'DISCARDED', discarded_by: userInfo().username });
  expect(row.discarded_at).toBeInstanceOf(Date);
  expect(row.preview).not.toBeNull();
  expect(await tables.staged()).toEqual([]);
  expect(await tables.untouched()).toBe(untouched);
  // Nobody can restore it.
  expect((await ingest('approve', run)).code).toBe(1);
  expect(await tables.untouched()).toBe(untouched);
}

/**
 * Delivers the file on the command line and checks that it is held, reported and previewed, and
 * that nothing else changed.
 */
async function isHeld({ name, content, code }: Suspicious) {
  const { tables } = open();
  await tables.restore('usual');
  const untouched = await tables.untouched();
  const held = await ingest(writeFile(name, content));
  expect(held.code, held.output).toBe(3);
  const run = /^HELD (\S+):/m.exec(held.output)?.[1] ?? '';
  expect(held.output).toContain(`npx shinkan ingest approve ${run}`);
  expect(held.output).toMatch(/\p{Script=Han}/u);
  expect(held.output).toContain('a merge would come to: ');

  const row = await tables.run(run);
  expect(row).toMatchObject({ state: 'HELD', reason_code: code, approved_by: null });
  expect(Number(row.held_count) + Number(row.rejected_count)).toBe(row.record_count);
  const {
    records,
    created,
    changed,
    unchanged,
    held: kept,
    rejected,
    events,
  } = readJson(row.preview);
  expect(await tables.untouched()).toBe(untouched);
  const counts = events.map(({ kind, count }) => ({ kind, count }));
  return {
    run,
    fileKey: String(row.file_key),
    untouched,
    preview: {
      account: { records, created, changed, unchanged, held: kept, rejected },
      events: counts,
    },
  };
}

interface KeptPreview {
  records: number;
  created: number;
  changed: number;
  unchanged: number;
  held: number;
  rejected: number;
  events: { kind: string; count: number }[];
}

/** A JSON value of the database, which the driver may have parsed already. */
function readJson(value: unknown): KeptPreview {
  return typeof value === 'string' ? JSON.parse(value) : (value as KeptPreview);
}

async function eventsOf(run: string) {
  const rows = await open().rows(
    'select kind, count(*) as n from book_event where run_id = ? group by kind order by kind',
    [run],
  );
  return rows.map(({ kind, n }) => ({ kind: String(kind), count: Number(n) }));
}

function moved(row: FeedRow): FeedRow {
  return { ...row, 発売予定日: '2027年8月', 更新日時: '2027-01-06T00:00:00Z' };
}

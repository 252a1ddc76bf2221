import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { announcedBook, writeFeed } from '../../support/feed.ts';
import {
  APPROVE,
  type Asker,
  anOperator,
  DISCARD,
  given,
  ingest,
  refusedAs,
  START,
  UPLOAD,
  untilRun,
  upload,
} from './operating.ts';

let operator: Asker;
beforeAll(async () => {
  operator = await anOperator();
});

const start = (input: object) => operator(START, { input });

describe('a run that an operator starts', () => {
  it('a dry run only reports what would happen, and cannot be decided on', async () => {
    const file = writeFeed([announcedBook('試しの本')]);
    const { id } = await ingest(operator, file, { dryRun: true });
    const tried = await untilRun(operator, id, 'DISCARDED');
    expect(tried).toMatchObject({
      reasonCode: 'dry-run',
      discardedBy: null,
      preview: { created: 1, events: [{ kind: 'ANNOUNCED', count: 1 }] },
    });
    for (const decide of [APPROVE, DISCARD]) {
      expect(refusedAs(await operator(decide, { id }))).toBe('IngestRunNotHeld');
    }
  });

  it('a dry run only reports that a file was merged before', async () => {
    const file = writeFeed([announcedBook('もう取り込んだ本')]);
    const first = await ingest(operator, file);
    await untilRun(operator, first.id, 'MERGED');
    const { id } = await ingest(operator, file, { dryRun: true });
    expect(await untilRun(operator, id, 'MERGED')).toMatchObject({
      repeatOf: first.id,
      created: 0,
      preview: null,
    });
  });

  it('a started run reads the file in the given encoding', async () => {
    const file = writeFeed([announcedBook('雪国の手紙')]);
    const { id } = await ingest(operator, file, { encoding: 'utf-16le' });
    expect(await untilRun(operator, id, 'REFUSED')).toMatchObject({ reason: expect.anything() });
  });

  it('startIngestRun rejects an object that does not exist', async () => {
    const { id, state } = given(await start({ profile: 'shinkan', key: 'incoming/none.csv' }));
    expect(state).toMatch(/^(STAGING|REFUSED)$/);
    expect(await untilRun(operator, id, 'REFUSED')).toMatchObject({
      fileName: 'incoming/none.csv',
      records: 0,
      reason: expect.stringContaining('incoming/none.csv'),
      notes: null,
      preview: null,
    });
  });

  it.each([
    "'; drop table book; -- ",
    '../../etc/passwd',
    '{"approve":"x"}',
    '$.key',
    '💡',
    '%2e%2e/',
  ])('startIngestRun accepts no key like %j', async (key) => {
    const { id } = given(await start({ profile: 'shinkan', key }));
    expect(await untilRun(operator, id, 'REFUSED')).toMatchObject({ fileName: key, records: 0 });
  });

  it('startIngestRun rejects an unknown profile', async () => {
    const key = await upload(operator, writeFeed([announcedBook('誰の本')]));
    const { id } = given(await start({ profile: "none'--", key }));
    expect(await untilRun(operator, id, 'REFUSED')).toMatchObject({
      profile: "none'--",
      reason: expect.stringContaining('shinkan'),
    });
  });

  it.each([
    ['profile', { profile: '雪国' }],
    ['profile', { profile: '' }],
    ['profile', { profile: 'x'.repeat(33) }],
    ['key', { key: '' }],
    ['key', { key: 'a\u0000b' }],
    ['key', { key: '雪'.repeat(256) }],
    ['encoding', { encoding: 'utf 8' }],
    ['profile', { profile: 'shinkan\n' }],
    ['key', { key: 'x.csv\n' }],
    ['encoding', { encoding: 'utf-8\n' }],
  ])('startIngestRun rejects such a %s: %j', async (name, wrong) => {
    const answer = await start({ profile: 'shinkan', key: 'incoming/none.csv', ...wrong });
    expect(refusedAs(answer)).toBe('InvalidArgument');
    expect(answer.errors?.[0]?.message).toMatch(new RegExp(`^${name}: `));
  });

  it('a started run merges the very same file a second time without a change', async () => {
    const file = writeFeed([announcedBook('二度の本')]);
    const first = await ingest(operator, file);
    await untilRun(operator, first.id, 'MERGED');
    const second = await ingest(operator, file);
    expect(second.id).not.toBe(first.id);
    expect(await untilRun(operator, second.id, 'MERGED')).toMatchObject({
      repeatOf: first.id,
      created: 0,
      unchanged: 1,
    });
  });
});

describe('an upload', () => {
  it('an upload has its own address for a quarter of an hour', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () =>
        given<{ key: string; url: string; expiresAt: string }>(
          await operator(UPLOAD, { name: '雪国 +100%.csv' }),
        ),
      ),
    );
    expect(one?.key).toMatch(/^incoming\/upload-[^/]+\/雪国 \+100%\.csv$/);
    expect(one?.key).not.toBe(other?.key);
    expect(new URL(one?.url ?? '').searchParams.get('X-Amz-Expires')).toBe('900');
    const ahead = Date.parse(one?.expiresAt ?? '') - Date.now();
    expect(ahead / 60_000).toBeGreaterThan(13);
    expect(ahead / 60_000).toBeLessThan(16);
  });

  it('an upload may replace its file until the address expires', async () => {
    const name = 'shinkan_20261124_delta_009.csv';
    const { key, url } = given<{ key: string; url: string }>(await operator(UPLOAD, { name }));
    for (const body of ['not a feed', readFileSync(writeFeed([announcedBook('後から来た本')]))]) {
      expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
    }
    const { id } = given(await start({ profile: 'shinkan', key }));
    expect(await untilRun(operator, id, 'MERGED')).toMatchObject({ created: 1 });
  });

  it('an upload accepts a file of any name', async () => {
    const { id } = await ingest(
      operator,
      writeFeed([announcedBook('名前の本')], "雪国 +100%&'#?.csv"),
    );
    expect(await untilRun(operator, id, 'MERGED')).toMatchObject({
      fileName: expect.stringMatching(/\/雪国 \+100%&'#\?\.csv$/),
    });
  });

  it.each([
    '',
    '.',
    '..',
    'a/b.csv',
    '../x.csv',
    'a\\b.csv',
    'a\nb.csv',
    'a.csv\n',
    'x'.repeat(201),
  ])('an upload rejects a name like %j', async (name) => {
    expect(refusedAs(await operator(UPLOAD, { name })), name).toBe('InvalidArgument');
  });
});

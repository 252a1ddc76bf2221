import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { clientSettings, openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { run as command } from '../../support/command.ts';
import { eventually } from '../../support/eventually.ts';
import { announcedBook, writeFeed } from '../../support/feed.ts';
import {
  APPROVE,
  type Asker,
  anOperator,
  DISCARD,
  given,
  ingest,
  REJECTS,
  refusedAs,
  SHOW,
  untilHeld,
  untilRun,
} from './operating.ts';

let operator: Asker;
let me: string;
beforeAll(async () => {
  operator = await anOperator();
  me = given<{ id: string }>(await operator('{ viewer { id } }')).id;
});

/** One good row and a bad one: too many bad ones out of two. */
function aDoubtfulFile() {
  const book = announcedBook('灯台と手紙');
  const file = writeFeed([book, announcedBook('値のない本', { 本体価格: 'abc' })]);
  return { book, file };
}

async function aHeldRun() {
  const { book, file } = aDoubtfulFile();
  const { id } = await ingest(operator, file);
  return { book, file, run: await untilHeld(operator, id) };
}

const isKnown = async (isbn: string) =>
  given<unknown[]>(
    await operator('query ($i: String!) { booksByIsbn(isbn: $i) { id } }', { i: isbn }),
  ).length > 0;

/** The number of executions that were started to decide on a run. */
async function decisionsOn(runId: string): Promise<number> {
  const states = new SFNClient({ ...clientSettings, endpoint: testStack().endpoints.states });
  const { executions = [] } = await states.send(
    new ListExecutionsCommand({
      stateMachineArn: testStack().resources.ingestStateMachine,
      maxResults: 1000,
    }),
  );
  const hash = createHash('sha256').update(runId).digest('hex').slice(0, 40);
  return executions.filter(({ name }) => name?.includes(hash)).length;
}

describe('a held run', () => {
  it('a held run can be started, reviewed and approved without a command line', async () => {
    const { book, file } = aDoubtfulFile();
    const started = await ingest(operator, file);
    expect(started).toMatchObject({
      state: expect.stringMatching(/^(STAGING|STAGED|HELD)$/),
      profile: 'shinkan',
      fileName: expect.stringMatching(/^incoming\/upload-.*\/shinkan_20261124_delta_001\.csv$/),
    });

    const held = await untilHeld(operator, started.id);
    const bytes = readFileSync(file);
    expect(held).toMatchObject({
      records: 2,
      rejected: 1,
      reasonCode: 'too-many-rejects',
      reason: expect.stringContaining('確認待ち'),
      byteCount: bytes.length,
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      baseDate: '2026-11-24',
      progress: { rowsRead: 2 },
      decision: null,
      approvedBy: null,
      notes: { header: expect.stringMatching(/^更新区分,/), unknownColumns: [], mendings: [] },
      preview: {
        records: 2,
        created: 1,
        rejected: 1,
        unconfirmed: 0,
        events: [
          {
            kind: 'ANNOUNCED',
            count: 1,
            subscriptions: 0,
            examples: [{ title: '灯台と手紙', change: null }],
          },
        ],
      },
    });
    expect(await isKnown(book.ISBN)).toBe(false);

    const page = given(await operator(REJECTS, { id: held.id })).rejects;
    const lines = bytes.toString('utf8').split('\r\n');
    expect(page).toEqual({
      rejects: [
        {
          record: 2,
          line: 3,
          byteOffset: Buffer.byteLength(`${lines[0]}\r\n${lines[1]}\r\n`),
          column: '本体価格',
          reasonCode: 'price-form',
          reason: expect.stringContaining('"abc" is not a price in yen'),
          raw: lines[2],
        },
      ],
      endCursor: null,
    });

    const approved = given(await operator(APPROVE, { id: held.id }));
    expect(approved).toMatchObject({
      id: held.id,
      state: 'HELD',
      decision: { kind: 'APPROVE', state: 'UNDER_WAY', by: me, reason: null },
    });
    const merged = await untilRun(operator, held.id, 'MERGED');
    expect(merged).toMatchObject({
      created: 1,
      held: 0,
      rejected: 1,
      approvedBy: me,
      approvedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      discardedBy: null,
      decision: null,
    });
    expect(await isKnown(book.ISBN)).toBe(true);
  });

  it('a held run can be discarded, and its rejects and preview stay', async () => {
    const { book, run } = await aHeldRun();
    expect(given(await operator(DISCARD, { id: run.id }))).toMatchObject({
      decision: { kind: 'DISCARD', state: 'UNDER_WAY', by: me },
    });
    const gone = await untilRun(operator, run.id, 'DISCARDED');
    expect(gone).toMatchObject({ discardedBy: me, approvedBy: null, preview: run.preview });
    expect(given(await operator(REJECTS, { id: run.id })).rejects.rejects).toHaveLength(1);
    expect(await isKnown(book.ISBN)).toBe(false);
  });

  it('a held run is merged once, however often the button is pressed', async () => {
    const { run } = await aHeldRun();
    const clicks = await Promise.all([1, 2, 3].map(() => operator(APPROVE, { id: run.id })));
    for (const click of clicks) expect(given(click).id).toBe(run.id);
    const merged = await untilRun(operator, run.id, 'MERGED');
    expect(await decisionsOn(run.id)).toBe(1);
    // Also much later.
    expect(given(await operator(APPROVE, { id: run.id }))).toEqual(merged);
    expect(await decisionsOn(run.id)).toBe(1);
    expect(refusedAs(await operator(DISCARD, { id: run.id }))).toBe('IngestRunNotHeld');
  });

  it('a held run follows one decision when two operators decide differently', async () => {
    const { run } = await aHeldRun();
    const answers = await Promise.all(
      [APPROVE, DISCARD].map((decide) => operator(decide, { id: run.id })),
    );
    const [approved, discarded] = answers.map(({ errors }) => errors === undefined);
    expect(approved).not.toBe(discarded);
    expect(answers.flatMap(({ errors = [] }) => errors)).toMatchObject([
      { errorType: 'IngestRunNotHeld' },
    ]);
    await untilRun(operator, run.id, approved ? 'MERGED' : 'DISCARDED');
    expect(await decisionsOn(run.id)).toBe(1);
  });

  it('a held run shows why a decision failed, and can be decided again', async () => {
    const id = `broken-${randomUUID()}`;
    // Five records of which nothing is staged: no merge can add up.
    await openStackDatabase(testStack()).execute(
      `insert into ingest_run (id, profile, file_key, state, started_at, record_count, held_count)
       values (:id, 'shinkan', 'broken.csv', 'HELD', utc_timestamp(6), 5, 5)`,
      { id },
    );
    const untilFailed = (attempt: number) =>
      eventually('the decision to fail', async () => {
        const { decision } = given(await operator(SHOW, { id }));
        return decision?.state === 'FAILED' && (await decisionsOn(id)) === attempt && decision;
      });
    given(await operator(APPROVE, { id }));
    expect(await untilFailed(1)).toMatchObject({
      kind: 'APPROVE',
      by: me,
      reason: expect.stringMatching(/\d/),
    });
    given(await operator(APPROVE, { id }));
    await untilFailed(2);
    // On the command line it is one more attempt, and is also shown here.
    const { code, output } = await command('ingest', 'approve', id, '--dir', testStackDir());
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringMatching(/^FAILED/m) });
    expect(await untilFailed(3)).toMatchObject({ by: userInfo().username });
    given(await operator(DISCARD, { id }));
    expect(await untilRun(operator, id, 'DISCARDED')).toMatchObject({ discardedBy: me });
  });
});

describe('a decision on another run', () => {
  it('a decision is rejected for a run that was merged without one', async () => {
    const { id } = await ingest(operator, writeFeed([announcedBook('何事もない本')]));
    const merged = await untilRun(operator, id, 'MERGED');
    expect(merged).toMatchObject({ approvedBy: null, preview: null, decision: null });
    for (const decide of [APPROVE, DISCARD]) {
      const answer = await operator(decide, { id });
      expect(refusedAs(answer)).toBe('IngestRunNotHeld');
      expect(answer.errors?.[0]?.message).toContain('is MERGED');
    }
    expect(await decisionsOn(id)).toBe(0);
  });

  it.each([
    'none',
    '',
    "' or '1'='1",
    '雪国',
    'x'.repeat(5000),
    'a\u0000b',
    '%',
    '{"approve":"x"}',
  ])('a decision finds no run by the id %j', async (id) => {
    expect((await operator(SHOW, { id })).data).toEqual({ ingestRun: null });
    for (const decide of [APPROVE, DISCARD]) {
      expect(refusedAs(await operator(decide, { id }))).toBe('IngestRunNotFound');
    }
    expect(await decisionsOn(id)).toBe(0);
  });
});

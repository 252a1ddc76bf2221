import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createShinkanClient,
  type MailOperation,
  operateMails,
} from '../../../client/src/index.ts';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask, signIn } from '../../../tools/testing/graphql.ts';
import { mailsTo, testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { run } from '../../support/command.ts';
import { eventually } from '../../support/eventually.ts';
import { openShelf } from '../../support/shelf.ts';
import { subscribe } from '../../support/world.ts';
import { askAsWorkflow } from '../resolvers/publish.ts';

const database = () => openStackDatabase(testStack());
const mails = (...parameters: string[]) => run('mails', ...parameters, '--dir', testStackDir());

let operator: MailOperation;
let bookId: string;
let seq: string;
beforeAll(async () => {
  const { graphql: endpoint, operator: who } = testStack();
  const token = await signIn(testStack(), who.login, who.password);
  operator = operateMails(createShinkanClient({ endpoint, accessToken: () => token }).request);
  const shelf = openShelf(database());
  bookId = await shelf.add({ status: 'ON_SALE' });
  seq = await shelf.happen(bookId, 'ON_SALE');
});

interface Kept {
  state: string;
  attempt?: number;
  /** Minutes from now until the lease ends. */
  lease?: number;
  /** Minutes since it was settled. */
  settled?: number;
  reason?: string;
  memberId?: string;
}

/** Creates a mail as the senders leave it; returns its key. */
async function aMail({ state, attempt = 1, lease, settled, reason, memberId }: Kept) {
  const key = randomUUID();
  await database().execute(
    `insert into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, lease_until,
       reason, created_at, settled_at)
     values (:memberId, :seq, 0, :state, :key, :attempt,
       utc_timestamp(6) + interval :lease minute, :reason, utc_timestamp(6) - interval 1 day,
       utc_timestamp(6) - interval :settled minute)`,
    {
      memberId: memberId ?? key,
      seq,
      state,
      key,
      attempt,
      lease: lease ?? null,
      settled: settled ?? null,
      reason: reason ?? null,
    },
  );
  return key;
}

async function idsOf(
  state: 'UNCERTAIN' | 'FAILED' | 'SENDING' | 'WAITING' | 'SENT' | 'SKIPPED',
  first = 100,
) {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<MailOperation['mails']>> = await operator.mails(state, {
      first,
      ...(after === null ? {} : { after }),
    });
    ids.push(...page.mails.map(({ id }) => id));
    after = page.endCursor ?? null;
  } while (after !== null);
  return ids;
}

describe('mails seen by an operator', () => {
  // A lease of more than ten minutes is held by a sender; nobody takes over one of a day.
  it.each([
    ['in the hand of a sender', { state: 'SENDING', lease: 14 }, 'SENDING', false],
    ['whose sender is gone', { state: 'SENDING', lease: 9 }, 'UNCERTAIN', true],
    ['on its second attempt', { state: 'SENDING', lease: 14, attempt: 2 }, 'UNCERTAIN', true],
    ['put off', { state: 'PENDING', lease: 1440, attempt: 0 }, 'WAITING', false],
    ['put off later', { state: 'PENDING', lease: 1440, attempt: 1 }, 'UNCERTAIN', true],
    ['that SES has taken', { state: 'SENT', settled: 1, attempt: 2 }, 'SENT', false],
    ['passed over', { state: 'SKIPPED', settled: 1 }, 'SKIPPED', false],
    [
      'refused for good',
      { state: 'FAILED', settled: 1, reason: 'Message rejected' },
      'FAILED',
      false,
    ],
    ['given up', { state: 'FAILED', settled: 1, attempt: 5 }, 'FAILED', true],
  ] as const)('an operator sees a mail %s', async (_, kept, state, mayHaveArrived) => {
    const id = await aMail(kept);
    expect(await operator.mail(id)).toMatchObject({
      id,
      state,
      mayHaveArrived,
      noteCount: 1,
      reason: 'reason' in kept ? kept.reason : null,
      notes: [{ seq, kind: 'ON_SALE', bookId, state }],
    });
    expect(await idsOf(state)).toContain(id);
  });

  it('an operator sees a mail of several notes by the one that needs most attention', async () => {
    const id = await aMail({ state: 'SENT', settled: 2 });
    const later = await openShelf(database()).happen(bookId, 'RESCHEDULED');
    await database().execute(
      `insert into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, reason,
         created_at, settled_at)
       values (:id, :later, 0, 'SKIPPED', :id, 1, 'The subscription was taken back',
         utc_timestamp(6), utc_timestamp(6))`,
      { id, later },
    );
    expect(await operator.mail(id)).toMatchObject({
      state: 'SENT',
      reason: null,
      noteCount: 2,
      notes: [
        { state: 'SENT', reason: null },
        { state: 'SKIPPED', reason: 'The subscription was taken back' },
      ],
    });
    expect(await idsOf('SKIPPED')).toContain(id);
  });

  it.each([1, 2, 100])(
    'an operator sees every mail once, the newest first, %i to a page',
    async (first) => {
      const ids: string[] = [];
      for (const settled of [5, 5, 3, 1]) ids.push(await aMail({ state: 'FAILED', settled }));
      const seen = (await idsOf('FAILED', first)).filter((id) => ids.includes(id));
      expect(new Set(seen).size).toBe(4);
      expect(seen).toHaveLength(4);
      expect(seen.slice(0, 2)).toEqual([ids[3], ids[2]]);
    },
  );

  it('an operator sees the number of notes in each state', async () => {
    const before = await operator.counts();
    for (const kept of [
      { state: 'SENDING', lease: 14 },
      { state: 'SENDING', lease: 9 },
      { state: 'PENDING', lease: 1440, attempt: 0 },
      { state: 'FAILED', settled: 3000 },
      { state: 'SENT', settled: 60 },
      { state: 'SENT', settled: 3000 },
      { state: 'SKIPPED', settled: 60 },
    ]) {
      await aMail(kept);
    }
    const after = await operator.counts();
    const more = (name: 'sending' | 'uncertain' | 'waiting' | 'failed' | 'sentLastDay') =>
      after[name] - before[name];
    expect(more('uncertain')).toBe(1);
    expect(more('failed')).toBe(1);
    expect(more('sentLastDay')).toBeGreaterThanOrEqual(1);
    expect(more('sending')).toBeGreaterThanOrEqual(1);
    expect(more('waiting')).toBeGreaterThanOrEqual(1);
  });

  it('an operator sees null for a mail that does not exist', async () => {
    expect(await operator.mail('none')).toBeNull();
    await expect(operator.mails('SENT', { first: 101 })).rejects.toMatchObject({
      errorType: 'InvalidArgument',
    });
  });
});

describe('access to mails', () => {
  const READING = [
    '{ outgoingMails { mails { id } } }',
    '{ outgoingMail(id: "none") { id } }',
    '{ outgoingMailCounts { waiting } }',
  ];
  const RETRY = 'mutation { retryOutgoingMail(id: "none") { id } }';

  it.each([...READING, RETRY])('%s is not for other members', async (document) => {
    const [someone] = testStack().members;
    if (!someone) throw new Error('the stack has no members');
    const token = await signIn(testStack(), someone.login, someone.password);
    const { errors = [] } = await ask(testStack(), document, {}, token);
    expect(errors.map(({ errorType }) => errorType)).toEqual(['NotAnOperator']);
  });

  it.each(READING)('%s is open to an AWS identity', async (document) => {
    expect((await askAsWorkflow(testStack(), document, {})).errors).toBeUndefined();
  });

  it('a mail can be retried only by a person', async () => {
    const { errors = [] } = await askAsWorkflow(testStack(), RETRY, {});
    expect(errors.map(({ errorType }) => errorType)).toContain('Unauthorized');
  });
});

describe('shinkan mails', () => {
  it('shinkan mails retry sends a mail that was given up, and records who requeued it', async () => {
    const { email, login, password } = testStack().members[2] ?? testStack().operator;
    const token = await signIn(testStack(), login, password);
    const { data } = await ask<{ viewer: { id: string } }>(
      testStack(),
      '{ viewer { id } }',
      {},
      token,
    );
    const memberId = data?.viewer.id ?? '';
    // Before they subscribe to the book: the minutely run would note it for them first.
    const reason = 'Email address is not verified';
    const key = await aMail({ state: 'FAILED', settled: 1, reason, memberId });
    await subscribe([memberId], bookId);

    const listed = await mails('failed');
    expect(listed.output).toContain(key);
    const shown = await mails('show', key);
    expect(shown.output).toContain(`FAILED ${key}`);
    expect(shown.output).toContain(reason);
    expect(shown.output).not.toContain(email);
    const retried = await mails('retry', key);
    expect(retried.code, retried.output).toBe(0);

    await eventually('the mail', () =>
      mailsTo(email).find(({ tags }) => JSON.stringify(tags).includes(key)),
    );
    await eventually('the mail to be settled', async () => {
      const mail = await operator.mail(key);
      return mail?.state === 'SENT' && mail.retriedBy !== null;
    });
    // Repeating it changes nothing.
    expect((await mails('retry', key)).output).toContain(`SENT ${key}`);
  });

  it('shinkan mails retry does not resend what may have arrived unless that is accepted', async () => {
    const key = await aMail({ state: 'FAILED', settled: 1, attempt: 5 });
    const refused = await mails('retry', key);
    expect(refused.code, refused.output).toBe(2);
    expect(refused.output).toContain('--may-have-arrived');
    expect(await operator.mail(key)).toMatchObject({ state: 'FAILED', retriedAt: null });
    const accepted = await mails('retry', key, '--may-have-arrived');
    expect(accepted.code, accepted.output).toBe(0);
    // Whatever happens to it now, the API still says that the member may have it.
    expect(await operator.mail(key)).toMatchObject({ mayHaveArrived: true });
  });

  it.each([
    ['show', 'none'],
    ['retry', 'none'],
  ])('shinkan mails %s rejects an unknown key', async (word, key) => {
    const { code, output } = await mails(word, key);
    expect(code, output).toBe(2);
    expect(output).toContain('There is no mail none');
  });

  it('shinkan mails shows the counts by state, and prints JSON for programs', async () => {
    expect((await mails()).output).toMatch(/^waiting {4}\d+ \(\d+ due now/m);
    expect(JSON.parse((await mails('--json')).output)).toMatchObject({
      uncertain: expect.any(Number),
    });
  });
});

describe('mails by the hour', () => {
  const HOURS = `query ($hours: Int) { outgoingMailsPerHour(hours: $hours) { hour sent skipped failed } }`;

  async function sentWithin(hours: number): Promise<{ hour: string; sent: number }[]> {
    const { login, password } = testStack().operator;
    const token = await signIn(testStack(), login, password);
    const { data } = await ask<{ outgoingMailsPerHour: { hour: string; sent: number }[] }>(
      testStack(),
      HOURS,
      { hours },
      token,
    );
    return data?.outgoingMailsPerHour ?? [];
  }

  it('mails by the hour count settled mails, each in its hour, no further back than requested', async () => {
    const sum = (hours: { sent: number }[]) => hours.reduce((all, { sent }) => all + sent, 0);
    const before = await sentWithin(72);
    for (const settled of [0, 50 * 60]) await aMail({ state: 'SENT', settled });
    const after = await sentWithin(72);
    // Others may be sent meanwhile.
    expect(sum(after) - sum(before)).toBeGreaterThanOrEqual(2);
    expect(after.map(({ hour }) => hour)).toEqual(after.map(({ hour }) => hour).toSorted());
    for (const { hour } of after) expect(hour).toMatch(/T\d\d:00:00\.000Z$/);
    const newest = await sentWithin(24);
    expect(newest.every(({ hour }) => Date.parse(hour) > Date.now() - 25 * 3_600_000)).toBe(true);
    expect(after.some(({ hour }) => Date.parse(hour) < Date.now() - 48 * 3_600_000)).toBe(true);
  });
});

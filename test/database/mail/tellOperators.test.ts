import { beforeEach, describe, expect, it } from 'vitest';
import type { EndedExecution } from '../../../services/mail/operators/execution.ts';
import { OperatorNotTold, tellOperators } from '../../../services/mail/operators/tellOperators.ts';
import { aPrivateOutbox, settings } from './privateOutbox.ts';

const outbox = aPrivateOutbox();
const operators = ['tencho@shop.example', 'night@shop.example'];

beforeEach(async () => {
  for (const table of ['operator_mail', 'ingest_run']) {
    await outbox.open('shinkan').execute(`delete from ${table}`);
  }
});

/** A run that is held for a decision. */
async function aHeldRun(): Promise<void> {
  await outbox.open('shinkan').execute(
    `insert into ingest_run (id, profile, file_key, state, record_count, rejected_count, held_count,
       reason_code, reason, preview, started_at)
     values ('run-1', 'shinkan', 'incoming/a.csv', 'HELD', 6, 5, 1, 'too-many-rejects',
       '悪い行が多すぎます / too many rejects', :preview, utc_timestamp(6))`,
    {
      preview: JSON.stringify({
        ...{ records: 6, created: 1, changed: 0, unchanged: 0, held: 0, rejected: 5 },
        unconfirmed: 0,
        events: [
          {
            kind: 'ANNOUNCED',
            count: 1,
            subscriptions: 0,
            examples: [{ bookId: 'b-1', title: '灯台守の算術', change: null }],
          },
        ],
      }),
    },
  );
}

const tell = (more: Partial<EndedExecution> = {}, addresses: string[] = operators) =>
  tellOperators(outbox.ports(), settings.letterhead, addresses, {
    arn: 'arn:aws:states:ap-northeast-1:000000000000:execution:Ingest:run-1',
    stateMachineArn: 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Ingest',
    name: 'run-1',
    status: 'SUCCEEDED',
    startedAt: new Date(),
    endedAt: new Date(),
    error: null,
    cause: null,
    runId: 'run-1',
    fileKey: 'incoming/a.csv',
    profile: 'shinkan',
    encoding: '',
    isDryRun: false,
    ...more,
  });

const rows = () =>
  outbox
    .open('shinkan')
    .query('select address, told, state, attempt, reason from operator_mail order by address desc');
const written = () => outbox.accepted.map(({ to }) => to);

describe('operators', () => {
  it('operators are told of a held run once each, however often its end is reported', async () => {
    await aHeldRun();
    expect(await tell()).toEqual({ kind: 'HELD', sent: 2 });
    expect(await tell()).toEqual({ kind: 'HELD', sent: 0 });
    expect(written()).toEqual(operators);
    const text = new TextDecoder().decode(outbox.accepted[0]?.raw);
    expect(text).toContain('To: tencho@shop.example');
    expect(await rows()).toMatchObject([
      { address: 'tencho@shop.example', told: 'HELD', state: 'SENT', attempt: 1 },
      { address: 'night@shop.example', told: 'HELD', state: 'SENT', attempt: 1 },
    ]);
  });

  it('operators are told once by two concurrent senders', async () => {
    await aHeldRun();
    await Promise.allSettled([tell(), tell(), tell()]);
    expect(written().toSorted()).toEqual(operators.toSorted());
  });

  it('nothing is sent when all is well or there are no operators', async () => {
    expect(await tell()).toEqual({ kind: null, sent: 0 });
    await aHeldRun();
    expect(await tell({}, [])).toEqual({ kind: 'HELD', sent: 0 });
    expect(await rows()).toEqual([]);
  });

  it('operators are told of a failure that has no run', async () => {
    expect(await tell({ status: 'TIMED_OUT' })).toEqual({ kind: 'TIMED_OUT', sent: 2 });
  });

  it('operators are told nothing of a hold that was decided meanwhile', async () => {
    await aHeldRun();
    await outbox.open('shinkan').execute("update ingest_run set state = 'MERGED'");
    expect(await tell()).toEqual({ kind: null, sent: 0 });
  });
});

describe('a mail to operators that fails', () => {
  const notTold = expect.objectContaining({ name: 'OperatorNotTold' });

  it('a failed mail to an operator is reported, does not block the others, and is retried', async () => {
    await aHeldRun();
    outbox.sesAnswers(({ to }) =>
      to === 'tencho@shop.example'
        ? { kind: 'POSTPONED', reason: 'Throttling: Maximum sending rate exceeded.' }
        : { kind: 'SENT', messageId: 'm-1' },
    );
    await expect(tell()).rejects.toEqual(notTold);
    expect(written()).toEqual(['night@shop.example']);
    outbox.sesAcceptsAgain();
    expect(await tell()).toEqual({ kind: 'HELD', sent: 1 });
    expect(written()).toEqual(['night@shop.example', 'tencho@shop.example']);
  });

  it('a failed mail to an operator does not block the others when telling is interrupted', async () => {
    await aHeldRun();
    outbox.sesAnswers(({ to }) =>
      to === 'tencho@shop.example'
        ? Promise.reject(new Error('broke off'))
        : { kind: 'SENT', messageId: 'm-1' },
    );
    await expect(tell()).rejects.toThrow(
      '1 of 2 operators were not told that run-1 is HELD: Error: broke off',
    );
    expect(written()).toEqual(['night@shop.example']);
  });

  it('a mail to an operator may come twice, rather than not at all, if SES’s answer was lost', async () => {
    await aHeldRun();
    outbox.sesAnswers(() => ({ kind: 'UNKNOWN', reason: 'TimeoutError' }));
    await expect(tell({}, ['tencho@shop.example'])).rejects.toBeInstanceOf(OperatorNotTold);
    outbox.sesAcceptsAgain();
    expect(await tell({}, ['tencho@shop.example'])).toEqual({ kind: 'HELD', sent: 1 });
  });

  it('a mail to an operator is not retried when SES rejects it for good', async () => {
    await aHeldRun();
    outbox.sesAnswers(() => ({ kind: 'REJECTED', reason: 'MessageRejected: not verified' }));
    await expect(tell({}, ['tencho@shop.example'])).rejects.toEqual(notTold);
    outbox.sesAcceptsAgain();
    expect(await tell({}, ['tencho@shop.example'])).toEqual({ kind: 'HELD', sent: 0 });
    expect(await rows()).toMatchObject([
      { state: 'FAILED', reason: 'MessageRejected: not verified' },
    ]);
  });

  it('a mail to an operator counts as not sent while a dead sender holds it, and is free after a minute', async () => {
    await aHeldRun();
    outbox.sesAnswers(() => Promise.reject(new Error('killed')));
    await expect(tell({}, ['tencho@shop.example'])).rejects.toThrow('killed');
    outbox.sesAcceptsAgain();
    await expect(tell({}, ['tencho@shop.example'])).rejects.toEqual(notTold);
    expect(written()).toEqual([]);
    // An event is first retried after a minute.
    outbox.theClockMoves(1);
    expect(await tell({}, ['tencho@shop.example'])).toEqual({ kind: 'HELD', sent: 1 });
  });
});

import type { EndedExecution } from '../../../../../services/mail/operators/execution.ts';
import type { ToldRun } from '../../../../../services/mail/operators/readRun.ts';

/** An execution of the ingest workflow that has ended. */
export function ended(more: Partial<EndedExecution> = {}): EndedExecution {
  return {
    arn: 'arn:aws:states:ap-northeast-1:000000000000:execution:Ingest:run-1',
    stateMachineArn: 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Ingest',
    name: 'run-1',
    status: 'SUCCEEDED',
    startedAt: new Date('2026-11-25T21:00:00Z'),
    endedAt: new Date('2026-11-25T21:03:20Z'),
    error: null,
    cause: null,
    runId: 'run-1',
    fileKey: 'incoming/shinkan_20261126_full_001.csv',
    profile: 'shinkan',
    encoding: '',
    isDryRun: false,
    ...more,
  };
}

/** A held run with a preview. */
export function aRun(more: Partial<ToldRun> = {}): ToldRun {
  const account = { records: 100, created: 0, changed: 0, unchanged: 0, held: 90, rejected: 10 };
  return {
    id: 'run-1',
    profile: 'shinkan',
    fileKey: 'incoming/shinkan_20261126_full_001.csv',
    state: 'HELD',
    reason:
      '100行のうち10行が読めませんでした(上限5 %)。確認待ちです。 / Held: 10 of 100 rows were rejected; the limit is 5 %.',
    account,
    preview: {
      ...account,
      created: 4,
      changed: 3,
      unchanged: 83,
      held: 0,
      unconfirmed: 2,
      events: [
        {
          kind: 'CANCELLED',
          count: 2,
          subscriptions: 120,
          examples: [
            { bookId: 'shinkan-D-16', title: '灯台守の算術', change: null },
            { bookId: 'shinkan-D-17', title: null, change: null },
          ],
        },
        {
          kind: 'RESCHEDULED',
          count: 12,
          subscriptions: 7,
          examples: Array.from({ length: 10 }, (_, n) => ({
            bookId: `shinkan-M-${n}`,
            title: `霧の駅 ${n}`,
            change: { from: { text: '2026年12月上旬' }, to: { text: '2027年1月' } },
          })),
        },
      ],
    },
    ...more,
  };
}

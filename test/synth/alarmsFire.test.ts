import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../local/lib/resource.ts';
import { readAlarms } from '../../local/services/cloudwatch/alarmsFile.ts';
import { readEmbedded } from '../../local/services/cloudwatch/readEmbedded.ts';
import {
  type CloudWatch,
  startCloudWatch,
} from '../../local/services/cloudwatch/startCloudWatch.ts';
import {
  countMetric as countInAuth,
  type PasswordMetric,
} from '../../services/auth/countMetric.ts';
import { countMetric as countInPages } from '../../services/pages/countMetric.ts';
import { countMetric } from '../../services/release/countMetric.ts';
import { resources } from './synthesize.ts';

const MINUTE = 60_000;

let dir: string;
let time: number;
let watch: CloudWatch;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-alarms-'));
  time = Date.UTC(2026, 10, 26, 12, 0, 30);
  watch = startCloudWatch({
    resources: resources('AWS::CloudWatch::Alarm').map(({ logicalId, Properties }) => ({
      stack: 'ShinkanService',
      logicalId,
      type: 'AWS::CloudWatch::Alarm',
      ref: Properties.AlarmName,
      properties: withNames(Properties),
      attributes: { Arn: `arn:aws:cloudwatch:ap-northeast-1:000000000000:alarm:${logicalId}` },
      dependsOn: [],
    })),
    published: {
      'AWS/States': [
        'ExecutionsSucceeded',
        'ExecutionsFailed',
        'ExecutionsTimedOut',
        'ExecutionsAborted',
      ],
      'AWS/Lambda': ['Errors', 'Throttles'],
      'AWS/SES': ['Reputation.BounceRate', 'Reputation.ComplaintRate'],
    },
    dir,
    publish: async () => {},
    log: () => {},
    now: () => time,
  });
});
afterEach(() => {
  watch.stop();
  rmSync(dir, { recursive: true });
});

/** Replaces every reference by the name of its target, as an ARN would contain it. */
function withNames(properties: object): { [name: string]: Json } {
  return JSON.parse(JSON.stringify(properties), (_key, value) => {
    const name = value?.Ref ?? value?.['Fn::ImportValue'];
    return name === undefined ? value : `arn:aws:sns:ap-northeast-1:000000000000:${name}`;
  });
}

const releaseMachine = () => {
  const machine = resources('AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
    logicalId.startsWith('ReleaseWorkflow'),
  );
  return `arn:aws:sns:ap-northeast-1:000000000000:${machine?.logicalId}`;
};

function executionsOfRelease(name: string): void {
  watch.put([
    {
      metric: {
        namespace: 'AWS/States',
        name,
        dimensions: { StateMachineArn: releaseMachine() },
      },
      value: 1,
      at: time,
    },
  ]);
}

/** The function records metrics as on AWS: in a line of its output. */
function printed(count: () => void): void {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  try {
    count();
    const line = log.mock.calls.join('\n');
    watch.put(readEmbedded(line).map((measurement) => ({ ...measurement, at: time })));
  } finally {
    log.mockRestore();
  }
}

const counted = (name: Parameters<typeof countMetric>[0]) => printed(() => countMetric(name));

function minutesPass(minutes: number, each: () => void = () => {}): void {
  for (let minute = 0; minute < minutes; minute += 1) {
    time += MINUTE;
    each();
    watch.evaluate();
  }
}

const stateOf = (alarm: string) => readAlarms(dir).find(({ name }) => name === alarm)?.state;

describe('The alarm', () => {
  it.each([
    ['shinkan-release-failed', 'ExecutionsFailed'],
    ['shinkan-release-timed-out', 'ExecutionsTimedOut'],
  ])('%s fires after one execution', (alarm, metric) => {
    minutesPass(1, () => executionsOfRelease('ExecutionsSucceeded'));
    expect(stateOf(alarm)).toBe('OK');
    executionsOfRelease(metric);
    expect(stateOf(alarm)).toBe('ALARM');
  });

  it('shinkan-release-missed fires when no execution has succeeded for ten minutes', () => {
    const succeed = () => executionsOfRelease('ExecutionsSucceeded');
    minutesPass(20, succeed);
    expect(stateOf('shinkan-release-missed')).toBe('OK');
    minutesPass(9, () => executionsOfRelease('ExecutionsFailed'));
    expect(stateOf('shinkan-release-missed')).toBe('OK');
    minutesPass(5, () => executionsOfRelease('ExecutionsFailed'));
    expect(stateOf('shinkan-release-missed')).toBe('ALARM');
    minutesPass(1, succeed);
    expect(stateOf('shinkan-release-missed')).toBe('OK');
  });

  it('shinkan-release-missed fires when no execution starts any more', () => {
    minutesPass(3, () => executionsOfRelease('ExecutionsSucceeded'));
    minutesPass(14);
    expect(stateOf('shinkan-release-missed')).toBe('ALARM');
  });

  it('shinkan-shop-unanswered fires on a lasting outage, not on one failed check', () => {
    counted('ShopUnanswered');
    minutesPass(4);
    expect(stateOf('shinkan-shop-unanswered')).toBe('OK');
    minutesPass(8, () => counted('ShopUnanswered'));
    expect(stateOf('shinkan-shop-unanswered')).toBe('ALARM');
    minutesPass(25);
    expect(stateOf('shinkan-shop-unanswered')).toBe('OK');
  });

  it('shinkan-sign-ins-refused fires at one refusal a second for any reason, not at a few', () => {
    const refuse = (count: number) => {
      for (let one = 0; one < count; one += 1) {
        printed(() =>
          countInAuth('SignInsRefused', 1, { reason: one % 2 === 0 ? 'password' : 'account' }),
        );
      }
    };
    minutesPass(20, () => refuse(20));
    expect(stateOf('shinkan-sign-ins-refused')).toBe('OK');
    minutesPass(6, () => refuse(70));
    expect(stateOf('shinkan-sign-ins-refused')).toBe('ALARM');
    minutesPass(20);
    expect(stateOf('shinkan-sign-ins-refused')).toBe('OK');
  });

  it('shinkan-heads-left-out fires at five in five minutes, not on a single late one', () => {
    minutesPass(
      20,
      () => time % (10 * MINUTE) < MINUTE && printed(() => countInPages('HeadsLeftOut')),
    );
    expect(stateOf('shinkan-heads-left-out')).toBe('OK');
    minutesPass(3, () => {
      for (let one = 0; one < 3; one += 1) printed(() => countInPages('HeadsLeftOut'));
    });
    expect(stateOf('shinkan-heads-left-out')).toBe('ALARM');
    minutesPass(20);
    expect(stateOf('shinkan-heads-left-out')).toBe('OK');
  });

  it('shinkan-withdrawals-doubted fires at the first check', () => {
    minutesPass(1);
    expect(stateOf('shinkan-withdrawals-doubted')).toBe('OK');
    counted('WithdrawalsDoubted');
    expect(stateOf('shinkan-withdrawals-doubted')).toBe('ALARM');
  });

  it('shinkan-password-uncheckable fires on one refusal, not on a weak format', () => {
    const count = (name: PasswordMetric) => printed(() => countInAuth(name, 1, { format: 'MD5' }));
    count('WeakPasswordsAccepted');
    minutesPass(1);
    expect(stateOf('shinkan-password-uncheckable')).toBe('OK');
    count('PasswordsUncheckable');
    expect(stateOf('shinkan-password-uncheckable')).toBe('ALARM');
  });
});

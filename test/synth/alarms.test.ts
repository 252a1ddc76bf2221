import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAddress } from '../../services/mail/isAddress.ts';
import { resources, templates } from './synthesize.ts';

const readDocument = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
const runbook = readDocument('runbook.md');
const chapters = [...runbook.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-'),
);
const alarms = () => resources('AWS::CloudWatch::Alarm');

describe('Alarms', () => {
  it('the alarms cover the two workflows, mail, sign-in and book pages', () => {
    expect(
      alarms()
        .map(({ Properties }) => Properties.AlarmName)
        .sort(),
    ).toEqual([
      'shinkan-feedback-failed',
      'shinkan-feedback-fails',
      'shinkan-heads-left-out',
      'shinkan-ingest-aborted',
      'shinkan-ingest-failed',
      'shinkan-ingest-held',
      'shinkan-ingest-timed-out',
      'shinkan-mail-fill-fails',
      'shinkan-mail-send-fails',
      'shinkan-mails-bounce',
      'shinkan-mails-complained-of',
      'shinkan-mails-given-up',
      'shinkan-mails-late',
      'shinkan-mails-uncertain',
      'shinkan-nothing-merged',
      'shinkan-operator-not-told',
      'shinkan-pages-fail',
      'shinkan-pages-throttled',
      'shinkan-password-uncheckable',
      'shinkan-recount-fails',
      'shinkan-release-failed',
      'shinkan-release-missed',
      'shinkan-release-timed-out',
      'shinkan-send-event-fails',
      'shinkan-sessions-not-ended',
      'shinkan-shop-unanswered',
      'shinkan-sign-ins-refused',
      'shinkan-stops-failed',
      'shinkan-unsubscribe-fails',
      'shinkan-withdrawals-doubted',
    ]);
  });

  it('every alarm says what is wrong and links to an existing chapter of the runbook', () => {
    for (const { Properties } of alarms()) {
      const [, means = '', chapter] =
        /^(.+): docs\/runbook\.md#(.+)$/.exec(Properties.AlarmDescription) ?? [];
      expect(means, Properties.AlarmName).toMatch(/^[A-Z].{20,}/);
      expect(chapters, Properties.AlarmName).toContain(chapter);
    }
  });

  it('every alarm notifies the topic, to which only CloudWatch may publish', () => {
    const [topic, ...others] = resources('AWS::SNS::Topic');
    expect(others).toEqual([]);
    const fromElsewhere = {
      'Fn::ImportValue': expect.stringContaining(`ExportsOutputRef${topic?.logicalId}`),
    };
    for (const { Properties, stack } of alarms()) {
      expect(Properties.ActionsEnabled, Properties.AlarmName).not.toBe(false);
      expect(Properties.AlarmActions, Properties.AlarmName).toEqual([
        stack === topic?.stack ? { Ref: topic.logicalId } : fromElsewhere,
      ]);
    }
    const [policy] = resources('AWS::SNS::TopicPolicy');
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });

  it('every alarm states how it treats missing data', () => {
    const missing = Object.fromEntries(
      alarms().map(({ Properties }) => [Properties.AlarmName, Properties.TreatMissingData]),
    );
    const {
      'shinkan-nothing-merged': merged,
      'shinkan-release-missed': released,
      ...moments
    } = missing;
    expect([merged, released]).toEqual(['breaching', 'breaching']);
    expect(new Set(Object.values(moments))).toEqual(new Set(['notBreaching']));
  });

  it('the alarm on missing merges fires only when a daily file cannot merely be late, as every text says', () => {
    const merged = alarms().find(({ Properties: { AlarmName } }) =>
      /nothing-merged$/.test(AlarmName),
    );
    const { Period, EvaluationPeriods } = merged?.Properties ?? {};
    const hours = (Period * EvaluationPeriods) / 3600;
    // It looks at two periods beyond a day.
    expect(hours).toBeGreaterThan(24);
    const later = `nothing (was )?merged for ${hours} hours.{0,200}${hours + 2} to ${hours + 3} hours after the last`;
    for (const text of ['runbook.md', 'deploy.md', 'adr/0012-operators-are-told-twice.md']) {
      expect(readDocument(text), text).toMatch(new RegExp(later, 's'));
    }
  });

  it('docs/deploy.md states the number of alarms', () => {
    expect(readDocument('deploy.md')).toContain(`${alarms().length} alarms`);
  });

  it('alarms are mailed to the address in a parameter, or to nobody', () => {
    templates().service.hasParameter('AlarmMail', { Default: '' });
    const [subscription] = resources('AWS::SNS::Subscription');
    expect(subscription?.Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: { Ref: 'AlarmMail' },
    });
    const condition = (subscription as unknown as { Condition: string }).Condition;
    expect(templates().service.toJSON().Conditions[condition]).toEqual({
      'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AlarmMail' }, ''] }],
    });
  });
});

describe('Mail to operators', () => {
  it('operators are mailed about every end of an ingest execution, and of nothing else', () => {
    const ingest = resources('AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
      logicalId.startsWith('IngestWorkflow'),
    );
    templates().service.hasResourceProperties('AWS::Events::Rule', {
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [{ Ref: ingest?.logicalId }],
          status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
        },
      },
    });
  });

  it.each([
    ['', true],
    ['tencho@shop.example', true],
    ['tencho@shop.example,night@shop.example', true],
    ['tencho@shop.example, night@shop.example', true],
    ['tencho', false],
    ['tencho@shop.example;night@shop.example', false],
    ['tencho@shop.example,', false],
    ['店長 <tencho@shop.example>', false],
  ])("the operators' address may be %j: %s", (addresses, isAllowed) => {
    const { AllowedPattern, Default } = templates().service.toJSON().Parameters.OperatorMail;
    expect(Default).toBe('');
    expect(new RegExp(AllowedPattern).test(addresses)).toBe(isAllowed);
  });

  it('every address that the parameter accepts can be mailed, and nothing else can', () => {
    const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    const texts = [
      'tencho@shop.example',
      'tencho',
      '@shop.example',
      'tencho@',
      'a@b@shop.example',
      '店長@shop.example.jp',
      'tencho@本屋.jp',
      ' tencho@shop.example',
      'a@shop.example\n',
      ...characters.flatMap((one) => [`a${one}b@shop.example`, `a@shop${one}b.example`]),
    ];
    const { Parameters } = templates().service.toJSON();
    for (const name of ['OperatorMail', 'AlarmMail', 'MailFrom']) {
      // CloudFormation matches the whole value.
      const pattern = new RegExp(`^(?:${Parameters[name].AllowedPattern})$`);
      const one = texts.filter((text) => name !== 'OperatorMail' || !text.includes(','));
      expect(
        one.filter((text) => pattern.test(text) !== isAddress(text)),
        name,
      ).toEqual([]);
    }
  });
});

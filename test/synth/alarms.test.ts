import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resources, templates } from './synthesize.ts';

const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const chapters = [...runbook.matchAll(/^## (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-'),
);
const alarms = () => resources('AWS::CloudWatch::Alarm');

describe('the alarms', () => {
  it('are those of the ingest', () => {
    expect(
      alarms()
        .map(({ Properties }) => Properties.AlarmName)
        .sort(),
    ).toEqual([
      'shinkan-ingest-failed',
      'shinkan-ingest-held',
      'shinkan-ingest-timed-out',
      'shinkan-nothing-merged',
      'shinkan-operator-not-told',
    ]);
  });

  it('each say what is wrong, and name a chapter of the runbook that is there', () => {
    for (const { Properties } of alarms()) {
      const [, means = '', chapter] =
        /^(.+): docs\/runbook\.md#(.+)$/.exec(Properties.AlarmDescription) ?? [];
      expect(means, Properties.AlarmName).toMatch(/^[A-Z].{20,}/);
      expect(chapters, Properties.AlarmName).toContain(chapter);
    }
  });

  it('each tell the topic, which may be published to by CloudWatch alone', () => {
    const [topic, ...others] = resources('AWS::SNS::Topic');
    expect(others).toEqual([]);
    for (const { Properties } of alarms()) {
      expect(Properties.ActionsEnabled, Properties.AlarmName).not.toBe(false);
      expect(Properties.AlarmActions, Properties.AlarmName).toEqual([{ Ref: topic?.logicalId }]);
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

  it('say what no data means', () => {
    const missing = Object.fromEntries(
      alarms().map(({ Properties }) => [Properties.AlarmName, Properties.TreatMissingData]),
    );
    const { 'shinkan-nothing-merged': merged, ...moments } = missing;
    expect(merged).toBe('breaching');
    expect(new Set(Object.values(moments))).toEqual(new Set(['notBreaching']));
  });

  it('are mailed to the address of a parameter, or to nobody', () => {
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

describe('the mail to operators', () => {
  it('follows every failure of an execution of the ingest workflow, and of no other', () => {
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
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
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
  ])('may be addressed to %j: %s', (addresses, isAllowed) => {
    const { AllowedPattern, Default } = templates().service.toJSON().Parameters.OperatorMail;
    expect(Default).toBe('');
    expect(new RegExp(AllowedPattern).test(addresses)).toBe(isAllowed);
  });
});

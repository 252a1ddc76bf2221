import { expect, test } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { startEvents } from '../../services/events/startEvents.ts';

const machine = 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Bounced';
const handler = 'arn:aws:lambda:ap-northeast-1:000000000000:function:bounced';

const rule = (properties: { [name: string]: Json }): Resource => ({
  stack: 'Service',
  logicalId: 'Rule',
  type: 'AWS::Events::Rule',
  ref: 'rule',
  properties,
});

const bounce = {
  source: 'aws.ses',
  detailType: 'Email Bounced',
  detail: {
    eventType: 'Bounce',
    count: 3,
    mail: { destination: ['a@example.org', 'b@example.org'], subject: '本日"発売"' },
  },
};

/** Returns what the targets of one rule receive for a bounce. */
async function given(properties: { [name: string]: Json }): Promise<[string, Json][]> {
  const calls: [string, Json][] = [];
  const bus = startEvents([rule(properties)], () => {});
  bus.connect({
    startExecution: async (arn, input) => calls.push([arn, input]),
    invokeLambda: async (arn, payload) => calls.push([arn, payload]),
  });
  bus.put(bounce);
  await new Promise(setImmediate);
  return calls;
}

const fits = async (EventPattern: Json) =>
  (await given({ EventPattern, Targets: [{ Arn: handler, Id: '1' }] })).length === 1;

test('a function receives the whole event in EventBridge’s format', async () => {
  const [[arn, event] = ['', null]] = await given({
    EventPattern: { source: ['aws.ses'], 'detail-type': ['Email Bounced'] },
    Targets: [{ Arn: handler, Id: '1' }],
  });
  expect(arn).toBe(handler);
  expect(event).toEqual({
    version: '0',
    id: expect.any(String),
    'detail-type': 'Email Bounced',
    source: 'aws.ses',
    account: '000000000000',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    region: 'ap-northeast-1',
    resources: [],
    detail: bounce.detail,
  });
});

test.each([
  ['a constant', { Input: '{"a":1}' }, { a: 1 }],
  ['a part of the event', { InputPath: '$.detail.mail.destination[1]' }, 'b@example.org'],
  [
    'a text with parts of the event',
    {
      InputTransformer: {
        InputPathsMap: { to: '$.detail.mail.destination', about: '$.detail.mail.subject' },
        InputTemplate: '{"to": <to>, "line": "mail <about> bounced", "about": <about>}',
      },
    },
    {
      to: bounce.detail.mail.destination,
      line: 'mail 本日"発売" bounced',
      about: '本日"発売"',
    },
  ],
])('a state machine may receive %s', async (_, how, input) => {
  const Targets = [{ Arn: machine, Id: '1', RoleArn: 'r', ...how }];
  expect(await given({ EventPattern: { source: ['aws.ses'] }, Targets })).toEqual([
    [machine, input],
  ]);
});

test.each<[string, Json]>([
  ['one of several values', { source: ['aws.s3', 'aws.ses'] }],
  [
    'a nested field, by one of its values',
    { detail: { mail: { destination: ['b@example.org'] } } },
  ],
  ['prefix', { source: [{ prefix: 'aws.' }] }],
  ['suffix, whatever the case', { source: [{ suffix: { 'equals-ignore-case': 'SES' } }] }],
  ['equals-ignore-case', { 'detail-type': [{ 'equals-ignore-case': 'EMAIL BOUNCED' }] }],
  ['wildcard', { 'detail-type': [{ wildcard: 'Email*ed' }] }],
  ['numeric', { detail: { count: [{ numeric: ['>', 1, '<=', 3] }] } }],
  ['anything-but', { source: [{ 'anything-but': ['aws.s3'] }] }],
  ['anything-but with a prefix', { source: [{ 'anything-but': { prefix: 'own.' } }] }],
  ['exists', { detail: { count: [{ exists: true }], other: [{ exists: false }] } }],
  ['$or', { $or: [{ source: ['own'] }, { detail: { count: [3] } }] }],
])('a pattern may match by %s', async (_, pattern) => {
  expect(await fits(pattern)).toBe(true);
});

test.each<[string, Json]>([
  ['another value', { source: ['aws.s3'] }],
  ['a field that is not there', { detail: { nothing: ['x'] } }],
  ['one of two fields', { source: ['aws.ses'], 'detail-type': ['Email Sent'] }],
  ['numeric', { detail: { count: [{ numeric: ['>', 3] }] } }],
  ['anything-but', { source: [{ 'anything-but': 'aws.ses' }] }],
  ['exists', { detail: { count: [{ exists: false }] } }],
  ['wildcard', { 'detail-type': [{ wildcard: 'Email' }] }],
])('a pattern may exclude by %s', async (_, pattern) => {
  expect(await fits(pattern)).toBe(false);
});

test('a disabled rule does nothing', async () => {
  const Targets = [{ Arn: handler, Id: '1' }];
  expect(await given({ EventPattern: {}, State: 'DISABLED', Targets })).toEqual([]);
});

test('a failing target is logged, and the others get the event', async () => {
  const lines: string[] = [];
  const got: string[] = [];
  const Targets = [
    { Arn: handler, Id: '1' },
    { Arn: machine, Id: '2' },
  ];
  const bus = startEvents([rule({ EventPattern: {}, Targets })], (line) => lines.push(line));
  bus.connect({
    invokeLambda: () => Promise.reject(new Error('no such function')),
    startExecution: async (arn) => got.push(arn),
  });
  bus.put(bounce);
  await new Promise(setImmediate);
  expect(lines).toEqual(['rule rule: Error: no such function']);
  expect(got).toEqual([machine]);
});

test.each<[string, { [name: string]: Json }, RegExp]>([
  ['a schedule', { ScheduleExpression: 'rate(1 minute)' }, /ScheduleExpression is not emulated/],
  ['another bus', { EventBusName: 'own', EventPattern: {} }, /event bus own is not emulated/],
  [
    'addresses',
    { EventPattern: { detail: { ip: [{ cidr: '10.0.0.0/24' }] } } },
    /EventPattern: the operator cidr is not emulated/,
  ],
  [
    'two operators at once',
    { EventPattern: { source: [{ prefix: 'a', suffix: 'b' }] } },
    /\{"prefix":"a","suffix":"b"\} has more than one operator/,
  ],
  [
    'a constant that is not JSON',
    { EventPattern: {}, Targets: [{ Arn: handler, Id: '1', Input: 'hello' }] },
    /Input is not JSON/,
  ],
  [
    'a path with a wildcard',
    { EventPattern: {}, Targets: [{ Arn: handler, Id: '1', InputPath: '$.detail.*' }] },
    /not emulated: the path \$\.detail\.\*/,
  ],
  [
    'the name of the rule in a text',
    {
      EventPattern: {},
      Targets: [
        { Arn: handler, Id: '1', InputTransformer: { InputTemplate: '<aws.events.rule-name>' } },
      ],
    },
    /not emulated: <aws\.events\.rule-name> in InputTemplate/,
  ],
  [
    'a queue',
    { EventPattern: {}, Targets: [{ Arn: 'arn:aws:sqs:::q', Id: '1' }] },
    /target arn:aws:sqs:::q is not emulated/,
  ],
  [
    'a dead letter queue',
    { EventPattern: {}, Targets: [{ Arn: handler, Id: '1', DeadLetterConfig: {} }] },
    /DeadLetterConfig is not emulated/,
  ],
])('%s of a rule is rejected by name', (_, properties, why) => {
  expect(() => startEvents([rule(properties)], () => {})).toThrow(why);
});

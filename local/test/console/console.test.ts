import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConsole } from '../../console/startConsole.ts';
import type { Endpoints } from '../../lib/endpoints.ts';
import { writeAlarms } from '../../services/cloudwatch/alarmsFile.ts';
import { type Ses, startSes } from '../../services/ses/startSes.ts';
import { type States, startStates } from '../../services/states/startStates.ts';

const dir = mkdtempSync(join(tmpdir(), 'shinkan-console-'));
const machine = 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Release';
const stops: (() => Promise<void>)[] = [];
let url: string;
let ses: Ses;
let states: States;
let endpoints: Endpoints;

beforeAll(async () => {
  ses = await startSes({
    port: 0,
    inboxPort: 0,
    mailsFile: join(dir, 'mails.jsonl'),
    sender: {
      identities: [{ name: 'shop.jp', configurationSet: undefined, mailFromDomain: undefined }],
      configurationSets: [],
    },
    log: () => {},
  });
  const Definition = { StartAt: 'Look', States: { Look: { Type: 'Fail', Error: 'RunHeld' } } };
  states = await startStates({
    resources: [
      {
        stack: 'Service',
        logicalId: 'Release',
        type: 'AWS::StepFunctions::StateMachine',
        ref: machine,
        properties: { StateMachineName: 'Release', DefinitionString: JSON.stringify(Definition) },
      },
    ],
    port: 0,
    dir,
    invokeLambda: async () => null,
    runTask: () => Promise.reject(new Error('there are no tasks')),
    log: () => {},
  });
  const none = 'http://127.0.0.1:9';
  const services = { rdsData: ses.url, s3: ses.url, kms: ses.url, lambda: ses.url };
  endpoints = {
    ...{ web: none, graphql: `${ses.url}/graphql`, realtime: none, inbox: none, beside: none },
    ...{ console: none, ses: ses.url, states: states.url, ...services },
  };
  const listening = await startConsole({
    port: 0,
    dir,
    endpoints,
    schedules: () => [{ name: 'Every', expression: 'rate(1 minute)', next: new Date(0) }],
    log: () => {},
  });
  url = listening.url;
  stops.push(listening.stop, states.stop, ses.stop);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function open(path: string): Promise<string> {
  const response = await fetch(url + path);
  expect(response.status).toBe(200);
  return response.text();
}

async function sendMail(subject: string, html: string): Promise<string> {
  const client = new SESv2Client({
    endpoint: ses.url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const Simple = { Subject: { Data: subject }, Body: { Html: { Data: html } } };
  const { MessageId = '' } = await client.send(
    new SendEmailCommand({
      FromEmailAddress: 'a@shop.jp',
      Destination: { ToAddresses: ['hanako@example.org', 'bounce@simulator.amazonses.com'] },
      Content: { Simple },
    }),
  );
  return MessageId;
}

test('the first page shows services, executions, mails, errors and schedules', async () => {
  await sendMail('本日発売', '<p>本文</p>');
  await states.startExecution(machine, {}, 'run-1');
  await states.idle();
  mkdirSync(join(dir, 'logs'), { recursive: true });
  writeFileSync(
    join(dir, 'logs', 'stack.log'),
    '2026-11-26T00:00:00.000Z deploying Web/Site\n2026-11-26T00:00:01.000Z SES: Throttling: too fast\n',
  );
  writeFileSync(
    join(dir, 'logs', 'MailSend.log'),
    '{"level":"INFO","message":"all is well"}\n{"level":"ERROR","timestamp":"2026-11-26T00:00:02.000Z","message":"no database"}\n',
  );
  const page = await open('/');
  for (const shown of [
    ses.url,
    '本日発売',
    'run-1',
    'FAILED',
    'too fast',
    'no database',
    'rate(1 minute)',
  ]) {
    expect(page).toContain(shown);
  }
  for (const left of ['deploying', 'all is well']) expect(page).not.toContain(left);
});

test('the alarms are shown with their state and its start, those in ALARM first', async () => {
  expect(await open('/alarms')).toContain('The template has none.');
  const alarm = {
    description: 'A run is <held>',
    since: '2026-11-26T00:00:00.000Z',
    reason: 'Threshold Crossed',
    watches: 'Sum of Own Held',
  };
  writeAlarms(dir, [
    { ...alarm, name: 'quiet', state: 'OK' },
    { ...alarm, name: 'ringing', state: 'ALARM' },
  ]);
  const page = await open('/alarms');
  expect(page.indexOf('ringing')).toBeLessThan(page.indexOf('quiet'));
  for (const shown of [
    'datetime="2026-11-26T00:00:00.000Z"',
    'A run is &#60;held&#62;',
    'Sum of Own',
  ]) {
    expect(page).toContain(shown);
  }
  const first = await open('/');
  expect(first).toContain('ringing');
  expect(first).not.toContain('quiet');
});

test('an execution page shows its history', async () => {
  await states.startExecution(machine, {}, 'run-2');
  await states.idle();
  const arn = machine.replace('stateMachine', 'execution');
  const page = await open(`/executions/${encodeURIComponent(`${arn}:run-2`)}`);
  expect(page).toContain('Look');
  expect(page).toContain('fails with RunHeld');
});

test('a mail is shown in a sandboxed frame, with the recipients that did not get it', async () => {
  const id = await sendMail('<b>題</b>', '<script>alert(1)</script><p>本文</p>');
  const page = await open(`/mails/${id}`);
  expect(page).toContain('<iframe sandbox title=');
  expect(page).toContain('&#60;b&#62;題');
  expect(page).toContain('bounce@simulator.amazonses.com: bounced');
  expect(page).not.toContain('<script>');
  const frame = await fetch(`${url}/mails/${id}/html`);
  expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect(await frame.text()).toContain('本文');
});

test('faults are switched on and off by forms', async () => {
  const post = (form: Record<string, string>, headers = {}) =>
    fetch(`${url}/faults`, { method: 'POST', body: new URLSearchParams(form), headers });
  const wish = { service: 'SES', operation: 'SendEmail', fault: 'Throttling', times: '2' };
  await post(wish);
  await post({ ...wish, operation: '' });
  expect(ses.faults.rules).toMatchObject([
    { operation: 'SendEmail', fault: 'Throttling', times: 2 },
    { fault: 'Throttling', times: 2 },
  ]);
  expect(await open('/faults')).toContain('2 more');
  const wrong = await post({ ...wish, fault: 'Nothing' });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('fault Nothing is none of');
  expect((await post(wish, { origin: 'http://elsewhere.jp' })).status).toBe(403);
  await post({ service: 'SES', end: '1' });
  expect(ses.faults.rules).toEqual([]);
});

test('a missing page says that it does not exist', async () => {
  expect((await fetch(`${url}/nothing`)).status).toBe(404);
  expect((await fetch(`${url}/mails/none`)).status).toBe(404);
  expect((await fetch(`${url}/executions/arn%3Anone`)).status).toBe(404);
  expect((await fetch(`${url}/executions/%`)).status).toBe(404);
});

test('a service that does not answer is reported instead of the page', async () => {
  const gone = { ...endpoints, ses: 'http://127.0.0.1:9' };
  const other = await startConsole({
    port: 0,
    dir,
    endpoints: gone,
    schedules: () => [],
    log: () => {},
  });
  const answer = await fetch(`${other.url}/faults`);
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain('A service did not answer');
  await other.stop();
});

test('no other site’s page may frame the console, and only the console may frame a mail', async () => {
  const policyOf = async (path: string) =>
    (await fetch(url + path)).headers.get('content-security-policy');
  const id = await sendMail('題', '<p>本文</p>');
  expect(await policyOf('/faults')).toContain("frame-ancestors 'none'");
  expect(await policyOf(`/mails/${id}/html`)).toContain("frame-ancestors 'self'");
});

test('a service without fault switches is reported as such', async () => {
  const form = new URLSearchParams({ service: 'Step Functions', fault: 'timeout', times: '1' });
  const answer = await fetch(`${url}/faults`, { method: 'POST', body: form });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Step Functions has no fault switches.');
});

test('a foreign host name that resolves to this address is rejected', async () => {
  const status = await new Promise((resolve) => {
    request(url, { headers: { host: 'elsewhere.jp' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

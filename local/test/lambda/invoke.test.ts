import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDirectory, type TestDirectory } from '../template/support.ts';
import { runFunction } from './support.ts';

const PATIENT = { timeout: 20_000 };

describe('Invoke through the AWS client', () => {
  let directory: TestDirectory;
  let running: Awaited<ReturnType<typeof runFunction>> | undefined;
  let client: LambdaClient | undefined;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(async () => {
    client?.destroy();
    await running?.stop();
    directory.remove();
  });

  const start = async (code: string, properties = {}, pauses?: number[], others = {}) => {
    running = await runFunction(directory.path, code, properties, pauses && { pauses }, others);
    client = new LambdaClient({
      endpoint: running.url,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    return running;
  };
  const invoke = async (payload: unknown, rest: Partial<InvokeCommandInput> = {}) => {
    const Payload = JSON.stringify(payload);
    const answer = await client?.send(new InvokeCommand({ FunctionName: 'Fn', Payload, ...rest }));
    const text = answer?.Payload?.transformToString() ?? '';
    return { ...answer, value: text === '' ? undefined : JSON.parse(text) };
  };

  it('Invoke returns the answer, or the function’s error with status 200', async () => {
    await start(`export const handler = async ({ fail }) => {
      if (fail) throw new TypeError('no'); return 'はい'; };`);
    expect(await invoke({})).toMatchObject({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      value: 'はい',
    });
    expect(await invoke({ fail: true })).toMatchObject({
      StatusCode: 200,
      FunctionError: 'Unhandled',
      value: { errorType: 'TypeError', errorMessage: 'no', trace: expect.any(Array) },
    });
  });

  it('Invoke returns the end of the log on request', async () => {
    await start(`export const handler = async ({ lines }) => {
      for (let n = 0; n < lines; n += 1) console.log('line', n, '新刊'); };`);
    const logOf = async (lines: number) => {
      const { LogResult = '' } = await invoke({ lines }, { LogType: 'Tail' });
      return Buffer.from(LogResult, 'base64');
    };
    const log = (await logOf(2)).toString();
    expect(log).toMatch(
      /^START RequestId: .*\nline 0 新刊\nline 1 新刊\nEND RequestId: .*\nREPORT /,
    );
    const long = await logOf(1000);
    expect(long.length).toBe(4096);
    expect(long.toString()).toContain('line 999 ');
    expect((await invoke({ lines: 1 })).LogResult).toBeUndefined();
  });

  it('a function’s environment can be read, and changed for later processes', async () => {
    await start(
      `export const handler = async ({ wait = 0 }) => {
        await new Promise((resolve) => setTimeout(resolve, wait));
        return [process.env.KEY ?? null, process.env.OTHER ?? null]; };`,
      { Environment: { Variables: { KEY: 'one', OTHER: 'kept' } } },
    );
    const configured = () =>
      client?.send(new GetFunctionConfigurationCommand({ FunctionName: 'Fn' }));
    expect((await configured())?.Environment?.Variables).toEqual({ KEY: 'one', OTHER: 'kept' });

    const underWay = invoke({ wait: 500 });
    expect((await invoke({})).value).toEqual(['one', 'kept']);
    const Environment = { Variables: { KEY: 'two' } };
    const update = await client?.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'Fn', Environment }),
    );
    expect(update).toMatchObject({ LastUpdateStatus: 'Successful', Environment });
    expect((await invoke({})).value).toEqual(['two', null]);
    expect((await underWay).value).toEqual(['one', 'kept']);
    // Nor does the process that was busy come back.
    const after = await Promise.all([invoke({ wait: 50 }), invoke({ wait: 50 })]);
    expect(after.map(({ value }) => value[0])).toEqual(['two', 'two']);
    expect((await configured())?.Environment?.Variables).toEqual({ KEY: 'two' });
  });

  it('any other change of a function is rejected', async () => {
    await start(`export const handler = async () => 1;`);
    const update = new UpdateFunctionConfigurationCommand({ FunctionName: 'Fn', Timeout: 9 });
    await expect(client?.send(update)).rejects.toThrow('with Timeout is not emulated');
  });

  it('a dry run only checks the request', async () => {
    const fn = await start(`export const handler = async () => console.log('ran');`);
    expect((await invoke({}, { InvocationType: 'DryRun' })).StatusCode).toBe(204);
    await invoke({});
    expect(readFileSync(fn.logFile, 'utf8')).toBe('ran\n');
  });

  it('an event is accepted, and retried twice if the function fails', async () => {
    const fn = await start(
      `export const handler = async ({ n }, { awsRequestId }) => {
        console.log('event', n, awsRequestId); throw new Error('no'); };`,
      {},
      [10, 20],
    );
    const answer = await invoke({ n: 7 }, { InvocationType: 'Event' });
    expect(answer).toMatchObject({ StatusCode: 202, value: undefined });
    const log = () => (existsSync(fn.logFile) ? readFileSync(fn.logFile, 'utf8') : '');
    const ids = () => [...log().matchAll(/event 7 (\S+)/g)].map(([, id]) => id);
    await vi.waitUntil(() => ids().length === 3, PATIENT);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(ids()).toEqual(Array(3).fill(answer.$metadata?.requestId));
  });

  const anEventPolicy = (properties: object) => ({
    Events: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', ...properties },
    },
  });

  it.each([
    ['as often as its configuration says', { MaximumRetryAttempts: 0 }, 1],
    ['while it is young enough', { MaximumEventAgeInSeconds: 60 }, 2],
  ])('an event is retried %s', async (_, properties, attempts) => {
    const fn = await start(
      `export const handler = async () => { console.log('event'); throw new Error('no'); };`,
      {},
      [10, 60_000],
      anEventPolicy(properties),
    );
    await invoke({}, { InvocationType: 'Event' });
    const log = () => (existsSync(fn.logFile) ? readFileSync(fn.logFile, 'utf8') : '');
    const count = () => [...log().matchAll(/^event$/gm)].length;
    await vi.waitUntil(() => count() === attempts, PATIENT);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(count()).toBe(attempts);
  });

  it('a destination of events is rejected by name', async () => {
    await expect(
      start('', {}, undefined, anEventPolicy({ DestinationConfig: {} })),
    ).rejects.toThrow('property DestinationConfig is not emulated');
  });

  it('calls above the reserved concurrency are throttled, and events wait for their turn', async () => {
    const fn = await start(
      `import { existsSync } from 'node:fs';
      export const handler = async ({ until }) => {
        console.log('began');
        while (!existsSync(until)) await new Promise((r) => setTimeout(r, 10));
        console.log('ended'); };`,
      { ReservedConcurrentExecutions: 1, Timeout: 60 },
    );
    const log = () => (existsSync(fn.logFile) ? readFileSync(fn.logFile, 'utf8') : '');
    const until = join(directory.path, 'go');
    const slow = invoke({ until });
    await vi.waitUntil(() => log() === 'began\n', PATIENT);
    await expect(invoke({ until })).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
    await expect(fn.invoke('Fn', {})).rejects.toMatchObject({
      name: 'Lambda.TooManyRequestsException',
    });
    await invoke({ until }, { InvocationType: 'Event' });
    writeFileSync(until, '');
    await slow;
    await vi.waitUntil(() => log() === 'began\nended\nbegan\nended\n', PATIENT);
  });

  it('Invoke accepts 6 MB, and 1 MB for an event', async () => {
    await start('export const handler = async (text) => text.length;');
    const text = (bytes: number) => 'x'.repeat(bytes - 2);
    const [most, mostOfEvent] = [6 * 1024 * 1024, 1024 * 1024];
    expect((await invoke(text(most))).value).toBe(most - 2);
    await expect(invoke(text(most + 1))).rejects.toMatchObject({
      name: 'RequestTooLargeException',
      message: 'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    });
    const event = { InvocationType: 'Event' as const };
    expect((await invoke(text(mostOfEvent), event)).StatusCode).toBe(202);
    await expect(invoke(text(mostOfEvent + 1), event)).rejects.toMatchObject({
      name: 'RequestTooLargeException',
    });
  });

  it('unknown parameters are rejected by name', async () => {
    await start('export const handler = async () => 1;');
    await expect(invoke({}, { FunctionName: 'Gone' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(invoke({}, { Payload: gzipSync('x') })).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
    });
    await expect(invoke({}, { Qualifier: 'live' })).rejects.toThrow(
      'Qualifier live is not emulated',
    );
    await expect(invoke({}, { ClientContext: 'e30=' })).rejects.toThrow(
      'x-amz-client-context is not emulated',
    );
    const other = client?.send(new GetFunctionCommand({ FunctionName: 'Fn' }));
    await expect(other).rejects.toThrow(/GET .*Fn is not emulated, only Invoke/);
  });
});

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLambda } from '../../services/lambda/startLambda.ts';
import { makeDirectory, resolveTemplates, type TestDirectory } from '../template/support.ts';
import { runFunction } from './support.ts';

describe('a function', () => {
  let directory: TestDirectory;
  let running: Awaited<ReturnType<typeof runFunction>> | undefined;
  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    directory.remove();
  });

  const start = async (code: string, properties = {}) => {
    running = await runFunction(directory.path, code, properties);
    return running;
  };

  it('a function answers its event, knows its context and writes its log', async () => {
    const fn = await start(`export const handler = async (event, context) => {
      console.log('seen', event.n);
      return { n: event.n + 1, name: context.functionName, left: context.getRemainingTimeInMillis() > 1000 };
    };`);
    expect(await fn.invoke(fn.arn, { n: 1 })).toEqual({ n: 2, name: 'Fn', left: true });
    expect(await fn.invoke('Fn', { n: 2 })).toMatchObject({ n: 3 });
    expect(await fn.invoke(`${fn.arn}:1`, { n: 3 })).toMatchObject({ n: 4 });
    expect(readFileSync(fn.logFile, 'utf8')).toContain('seen 1');
  });

  it('a function has the environment of the template and of Lambda, but nothing of this process', async () => {
    process.env.SECRET_OF_THIS_MACHINE = 'x';
    const fn = await start('export const handler = async () => process.env;', {
      Environment: { Variables: { SITE: 'http://x' } },
      MemorySize: 256,
    });
    const environment = (await fn.invoke('Fn', {})) as { [name: string]: string };
    delete process.env.SECRET_OF_THIS_MACHINE;
    expect(environment).toMatchObject({
      SITE: 'http://x',
      AWS_REGION: 'ap-northeast-1',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9',
      AWS_LAMBDA_FUNCTION_NAME: 'Fn',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      TZ: ':UTC',
    });
    expect(environment).not.toHaveProperty('SECRET_OF_THIS_MACHINE');
    expect(environment).not.toHaveProperty('VITEST');
  });

  it('a function stays warm between calls, and handles concurrent calls in separate processes', async () => {
    const fn = await start(`let calls = 0; export const handler = async ({ wait }) => {
      calls += 1; await new Promise((r) => setTimeout(r, wait)); return { calls, pid: process.pid }; };`);
    await fn.invoke('Fn', { wait: 0 });
    expect(await fn.invoke('Fn', { wait: 0 })).toMatchObject({ calls: 2 });
    const both = (await Promise.all([
      fn.invoke('Fn', { wait: 300 }),
      fn.invoke('Fn', { wait: 300 }),
    ])) as { pid: number }[];
    expect(new Set(both.map(({ pid }) => pid)).size).toBe(2);
  });

  it('a function reports an error by the name that workflows match', async () => {
    const fn = await start(`class TooMany extends Error { name = 'TooMany' }
      export const handler = async () => { throw new TooMany('9 of 3'); };`);
    await expect(fn.invoke('Fn', {})).rejects.toMatchObject({
      name: 'TooMany',
      message: '9 of 3',
      failure: { errorType: 'TooMany', errorMessage: '9 of 3', stackTrace: expect.any(Array) },
    });
  });

  it('a function is killed on timeout and runs again at the next call', async () => {
    const fn = await start(
      'export const handler = ({ wait }) => new Promise((r) => setTimeout(r, wait, 1));',
      { Timeout: 1 },
    );
    await expect(fn.invoke('Fn', { wait: 3000 })).rejects.toMatchObject({
      name: 'Sandbox.Timedout',
      message: expect.stringMatching(/^RequestId: .* Error: Task timed out after 1.00 seconds$/),
    });
    expect(await fn.invoke('Fn', { wait: 0 })).toBe(1);
  });

  it('a function reports that its process exited by itself', async () => {
    const fn = await start('export const handler = async () => process.exit(3);');
    await expect(fn.invoke('Fn', {})).rejects.toMatchObject({
      name: 'Runtime.ExitError',
      message: expect.stringContaining('exit status 3'),
    });
  });

  it('a function cannot use a package that its bundle does not contain', async () => {
    const fn = await start(`import 'zod'; export const handler = async () => 1;`);
    await expect(fn.invoke('Fn', {})).rejects.toMatchObject({
      name: 'Runtime.ImportModuleError',
      message: expect.stringContaining("'zod'"),
    });
  });

  it('a function answers the Invoke operation of its API, errors included', async () => {
    const fn = await start(
      `export const handler = async ({ fail }) => { if (fail) throw new TypeError('no'); return 'はい'; };`,
    );
    const call = async (name: string, payload: object, headers = {}) => {
      const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
      const body = JSON.stringify(payload);
      const response = await fetch(`${fn.url}${path}`, { method: 'POST', body, headers });
      return {
        status: response.status,
        failed: response.headers.get('x-amz-function-error'),
        type: response.headers.get('x-amzn-errortype'),
        payload: await response.json(),
      };
    };
    expect(await call('Fn', {})).toMatchObject({ status: 200, failed: null, payload: 'はい' });
    expect(await call(fn.arn, { fail: true })).toMatchObject({
      status: 200,
      failed: 'Unhandled',
      payload: { errorType: 'TypeError', errorMessage: 'no' },
    });
    expect(await call('Nope', {})).toMatchObject({
      status: 404,
      type: 'ResourceNotFoundException',
    });
  });

  it.each([
    [{ Layers: ['arn:layer'] }, 'property Layers is not emulated'],
    [{ Environment: { Variables: {}, Files: [] } }, 'property Environment.Files is not emulated'],
    [{ Code: { ZipFile: 'x' } }, 'property Code.ZipFile is not emulated'],
    [{ Runtime: 'python3.13' }, 'runtime "python3.13" is not emulated'],
  ])('the start fails for a function with %o', async (properties, message) => {
    await expect(start('', properties)).rejects.toThrow(
      `Service/Fn (AWS::Lambda::Function): ${message}`,
    );
  });

  it('the start fails for an alias that routes some calls to another version', () => {
    const Live = {
      Type: 'AWS::Lambda::Alias',
      Properties: { FunctionName: 'Fn', FunctionVersion: '1', Name: 'live', RoutingConfig: {} },
    };
    const { resources, assembly } = resolveTemplates(
      directory.path,
      { Service: { Resources: { Live } } },
      {},
      {},
    );
    const options = { endpoints: {}, port: 0, dir: directory.path, log: () => undefined };
    const { assetPath } = assembly;
    return expect(startLambda({ resources, assetPath, ...options })).rejects.toThrow(
      'Service/Live (AWS::Lambda::Alias): property RoutingConfig is not emulated',
    );
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { RUNTIME, resource, startTestApi } from './startTestApi.ts';

const SCHEMA = 'type Query { text: String }';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

const step = (name: string, request: string) =>
  resource(
    'FunctionConfiguration',
    {
      Name: name,
      DataSourceName: 'NONE',
      Runtime: RUNTIME,
      Code: `import { runtime, util } from '@aws-appsync/utils';
        const mark = (ctx, text) => { ctx.stash.trail = (ctx.stash.trail ?? '') + text; };
        export function request(ctx) { mark(ctx, '${name}('); ${request} }
        export function response(ctx) { mark(ctx, ')'); return ctx.prev.result + '${name}' + ctx.result; }`,
    },
    `arn:aws:appsync:r:0:apis/api/functions/${name}`,
  );

async function run(requests: Record<string, string>, before = "return 'start ';") {
  const pipeline = resource('Resolver', {
    TypeName: 'Query',
    FieldName: 'text',
    Kind: 'PIPELINE',
    Runtime: RUNTIME,
    PipelineConfig: { Functions: Object.keys(requests) },
    Code: `import { runtime } from '@aws-appsync/utils';
      export function request(ctx) { ${before} }
      export function response(ctx) {
        return '[' + ctx.prev.result + '|' + ctx.result + '|' + ctx.stash.trail + ']'; }`,
  });
  const functions = Object.entries(requests).map(([name, request]) => step(name, request));
  const api = await startTestApi({ schema: SCHEMA, more: [...functions, pipeline] });
  stop = api.stop;
  return api.ask('{ text }');
}

const pass = (n: number) => `return { payload: ${n} };`;

test('a pipeline runs its functions in order, each with the previous result and one stash', async () => {
  expect((await run({ a: pass(1), b: pass(2) })).data.text).toBe('[start a1b2|start a1b2|a()b()]');
});

test('earlyReturn continues with the next function and skips the source and the response', async () => {
  const { data } = await run({ a: "runtime.earlyReturn('early ');", b: pass(2) });
  expect(data.text).toBe('[early b2|early b2|a(b()]');
});

test('skipTo END continues with the response of the resolver', async () => {
  const { data } = await run({ a: "runtime.earlyReturn('end', { skipTo: 'END' });", b: pass(2) });
  expect(data.text).toBe('[end|end|a(]');
});

test('skipTo NEXT continues with the next function, and from the last one with the response', async () => {
  const early = "runtime.earlyReturn('early ', { skipTo: 'NEXT' });";
  expect((await run({ a: early, b: early })).data.text).toBe('[early |early |a(b(]');
});

test('util.appendError in a function is reported, and the remaining functions run', async () => {
  const append =
    "util.appendError('odd', 'Odd', { text: 'kept', other: 'cut' }, { text: 'x', other: 'y' });";
  const { data, errors } = await run({ a: `${append} ${pass(1)}`, b: pass(2) });
  expect(data.text).toBe('[start a1b2|start a1b2|a()b()]');
  expect(errors).toEqual([
    expect.objectContaining({
      message: 'odd',
      errorType: 'Odd',
      errorInfo: { text: 'x', other: 'y' },
    }),
  ]);
});

test('the resolver’s response runs even if its request returns early', async () => {
  const { data } = await run({ a: pass(1) }, "runtime.earlyReturn('first');");
  expect(data.text).toBe('[first|first|undefined]');
});

test('util.error ends a pipeline', async () => {
  const { data, errors } = await run({ a: "util.error('no', 'Stop');", b: pass(2) });
  expect(data.text).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ message: 'no', errorType: 'Stop', path: ['text'] });
});

describe('unit resolvers', () => {
  const answerOf = async (request: string, response = 'return String(ctx.result);') => {
    const code = `import { runtime, util } from '@aws-appsync/utils';
      export function request(ctx) { ${request} }
      export function response(ctx) { ${response} }`;
    const api = await startTestApi({ schema: SCHEMA, resolvers: { 'Query.text': code } });
    stop = api.stop;
    return api.ask('{ text }');
  };

  test('an early return from the request skips source and response', async () => {
    const { data, errors } = await answerOf("runtime.earlyReturn('early');", "util.error('no');");
    expect([data.text, errors]).toEqual(['early', undefined]);
  });

  test('an early return from the response is the answer', async () => {
    const { data } = await answerOf(pass(1), "runtime.earlyReturn('early'); return 'late';");
    expect(data.text).toBe('early');
  });

  test('the stash lasts from request to response, and prev is empty', async () => {
    const { data } = await answerOf(
      `ctx.stash.n = 1; ${pass(1)}`,
      'return JSON.stringify([ctx.stash, ctx.prev ?? null, ctx.error ?? null]);',
    );
    expect(data.text).toBe('[{"n":1},null,null]');
  });
});

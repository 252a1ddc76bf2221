import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { Sandbox } from '../../../../local/services/appsync/sandbox.ts';
import { startInvocation } from '../../../../local/services/appsync/utils/invocation.ts';

const inRequest = (text: string) => `import { util } from '@aws-appsync/utils';
export function request(ctx) {
  ${text}
}
export function response(ctx) { return null; }`;

function run(text: string, context: object = {}) {
  const lines: unknown[] = [];
  const log = (_: string, values: unknown[]) => lines.push(...values);
  const code = new Sandbox().load(inRequest(text), 'Query.x.js');
  try {
    return {
      result: code.run('request', { stash: {}, ...context }, startInvocation({ log })).result,
      lines,
    };
  } catch (fault) {
    return { fault: (fault as Error).message, lines };
  }
}

describe('code that AppSync would not take is refused with file, line and rule', () => {
  test.each([
    ['throw ctx;', 'throw is not available'],
    ['try { ctx.a; } catch { }', 'no-try'],
    ['for (let i = 0; i < 3; i += 1) { }', 'no-for'],
    ['while (ctx.a) { }', 'no-while'],
    ['for (const a of ctx.a) { continue; }', 'no-continue'],
    ['let a = 1; a++;', 'no-disallowed-unary-operators'],
    ["'a' in ctx;", 'no-in-operator'],
    ['ctx.a instanceof Object;', 'no-disallowed-binary-operator'],
    ['return /a/.test(ctx.a);', 'no-regex'],
    ['return ctx.a.sort((a, b) => a - b);', 'sort takes no function'],
    ["return ctx.a.padStart(3, '0');", 'this method is not available'],
    ['return ctx.a.at(-1);', 'this method is not available'],
    ['return Math.max.apply(null, ctx.a);', 'this method is not available'],
    ['return new Map();', 'new is not available'],
    ['return new Date();', 'new is not available'],
    ['return Date.now();', "'Date' is not defined"],
    ['return process.env;', "'process' is not defined"],
    ["return fetch('x');", "'fetch' is not defined"],
    ['setTimeout(() => 1, 1);', "'setTimeout' is not defined"],
    ["return parseInt('1');", "'parseInt' is not defined"],
    ['return globalThis;', "'globalThis' is not defined"],
    ['return require;', "'require' is not defined"],
    ['return 10n;', 'BigInt is not available'],
    ["return import('x');", 'import() is not available'],
    ['class A {}', 'no-classes'],
    ['return this;', 'no-this'],
    ["return (() => 1).constructor('1');", 'prototypes are not available'],
    ['const again = (n) => (n ? again(n - 1) : 0); return again(1);', 'cannot call itself'],
    ['const a = (n) => b(n), b = (n) => [n].map((m) => a(m)); return a(1);', 'cannot call itself'],
    ['const call = (f) => 1; return call((x) => x);', 'cannot be passed'],
    ['const f = (x) => x; const g = (h) => 1; return g(f);', 'cannot be passed'],
    ['return [1].map((x) => () => x);', 'cannot be returned'],
    ['/* eslint-disable */ throw ctx;', 'throw is not available'],
    ['return {', 'Parsing error'],
  ])('%s', (text, complaint) => {
    const line = text === 'return {' ? '\\d' : '3';
    const told = new RegExp(`Query\\.x\\.js:${line} .*${complaint.replace(/[()]/g, '\\$&')}`);
    expect(() => new Sandbox().load(inRequest(text), 'Query.x.js')).toThrow(told);
  });

  test('async, generators and other modules', () => {
    const load = (code: string) => () => new Sandbox().load(code, 'Query.x.js');
    expect(load('export async function request() {} export function response() {}')).toThrow(
      'no-async',
    );
    expect(load('export function* request() {} export function response() {}')).toThrow(
      'no-generators',
    );
    expect(load("import fs from 'node:fs'; export function request() {}")).toThrow(
      'only @aws-appsync/utils',
    );
    expect(load('export function request() {}')).toThrow('does not export the handler "response"');
    expect(load('export default 1;')).toThrow('handlers are exported by name');
  });

  test('by the source that the bundler named, or that a source map names', () => {
    const bundle = `// resolvers/lib/page.ts\nfunction page(ctx) {\n  throw ctx;\n}\nexport { page };`;
    expect(() => new Sandbox().load(bundle, 'Query.x.js')).toThrow(
      'Query.x.js:3 from resolvers/lib/page.ts no-restricted-syntax',
    );
    const { code } = transformSync(
      'type A = 1;\n\n\nexport function request(ctx: A) { throw ctx; }',
      {
        loader: 'ts',
        sourcemap: 'inline',
        sourcefile: 'Query.x.ts',
      },
    );
    expect(() => new Sandbox().load(code, 'Query.x.js')).toThrow(
      'Query.x.ts:4 no-restricted-syntax',
    );
  });

  test('more than 32,768 characters', () => {
    expect(() =>
      new Sandbox().load(inRequest(`return '${'x'.repeat(33_000)}';`), 'Query.x.js'),
    ).toThrow(/Query\.x\.js: \d+ characters, AppSync takes 32768/);
  });
});

describe('what only shows when it runs is a fault with a reason in the log', () => {
  test.each([
    ["return 'abc'.includes('b');", 'String.prototype.includes is not available in APPSYNC_JS'],
    ['return Object.create({});', 'Object.create is not available in APPSYNC_JS'],
    ['return Math.sin(1);', 'Math.sin is not available in APPSYNC_JS'],
    ['const by = (a) => a; return [1].sort(...[by]);', 'sort'],
  ])('%s', (text, reason) => {
    const attempt = () => run(text);
    try {
      const { fault, lines } = attempt();
      expect(fault).toBe('Runtime Error');
      expect(lines.join()).toContain(reason);
    } catch (refused) {
      expect((refused as Error).message).toContain(reason);
    }
  });

  test('an endless loop is cut off', () => {
    const { fault, lines } = run('for (const a of ctx.a) { ctx.a.push(a); }', { a: [1] });
    expect(fault).toBe('Runtime Error');
    expect(lines.join()).toContain('timed out');
  });
});

describe('what AppSync has, works', () => {
  test.each([
    ["return [...'ab'].map((c) => c + c);", ['aa', 'bb']],
    ['return [3, 1, 2].sort();', [1, 2, 3]],
    ['let s = 0; for (const n of [1, 2]) { s += n ** 2; } return s ?? 0;', 5],
    ['const o = { a: 1, b: 2 }; delete o.a; return Object.entries({ ...o });', [['b', 2]]],
    [
      'return [Object.hasOwn(ctx, "stash"), Array.isArray([]), Number.isNaN(NaN)];',
      [true, true, true],
    ],
    ['const twice = (n) => n * 2; return [1, 2].map(twice);', [2, 4]],
    ["return JSON.parse('{no');", ''],
    ["return 'a1b22'.replaceAll('[0-9]+', '<$0>');", 'a<1>b<22>'],
    ["return 'a1b22'.replace('\\\\d', '-');", 'a-b22'],
    ["return util.matches('^\\\\p{Alpha}+$', 'abc');", true],
    ['return undefined;', null],
    ['return { a: undefined, n: NaN };', { n: null }],
  ])('%s', (text, result) => {
    expect(run(text)).toMatchObject({ result });
  });
});

test('changed built-ins do not reach the next call', () => {
  const sandbox = new Sandbox();
  const log = () => {};
  const code = sandbox.load(
    inRequest(
      'const proto = Object.entries; const list = []; list.own = 1; Object.own = 2; return Object.own ?? null;',
    ),
    'Query.x.js',
  );
  expect(() => code.run('request', { stash: {} }, startInvocation({ log }))).toThrow(
    'Runtime Error',
  );
});

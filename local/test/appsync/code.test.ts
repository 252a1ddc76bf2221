import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { Sandbox } from '../../services/appsync/code/sandbox.ts';
import { startInvocation } from '../../services/appsync/utils/invocation.ts';

// tools/evaluateCode/cases/ covers rejected code (refused.json) and working code (language.json),
// statement by statement.

const inRequest = (text: string) => `import { util } from '@aws-appsync/utils';
export function request(ctx) {
  ${text}
}
export function response(ctx) { return null; }`;

const load = (code: string) => () => new Sandbox().load(code, 'Query.x.js');

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

describe('code that AppSync rejects', () => {
  test('rejected code is reported with file, line, column and rule, one place per line', () => {
    expect(load(inRequest('const a = 1; throw a;\n  return /a/;'))).toThrow(
      'AppSync does not accept this code:\n' +
        'Query.x.js:3:16 no-restricted-syntax: throw is not available: use util.error\n' +
        'Query.x.js:4:10 @aws-appsync/no-regex',
    );
  });

  test('rejected code is reported at the place named by a source map', () => {
    const source = 'type A = 1;\n\n\nexport function request(ctx: A) { throw ctx; }';
    const { code } = transformSync(source, {
      loader: 'ts',
      sourcemap: 'inline',
      sourcefile: 'Query.x.ts',
    });
    expect(load(code)).toThrow('Query.x.ts:4:35 no-restricted-syntax');
  });

  test('rejected code in a bundle is reported under the file of each part', () => {
    const folder = mkdtempSync(join(tmpdir(), 'resolver-'));
    const request = `import { page } from './page.ts';
export const request = (ctx: { a: 1 }) => page(ctx);
export const response = request;`;
    writeFileSync(join(folder, 'Query.x.ts'), request);
    writeFileSync(
      join(folder, 'page.ts'),
      '\nexport const page = (ctx: unknown) => {\n  throw ctx;\n};',
    );
    const bundle = (sourcemap: 'inline' | false) =>
      buildSync({
        absWorkingDir: folder,
        entryPoints: ['Query.x.ts'],
        bundle: true,
        format: 'esm',
        write: false,
        sourcemap,
      }).outputFiles[0]?.text ?? '';
    const [mapped, plain] = [bundle('inline'), bundle(false)];
    rmSync(folder, { recursive: true });
    expect(load(mapped)).toThrow(/page\.ts:3:3 no-restricted-syntax: throw/);
    expect(load(plain)).toThrow(/Query\.x\.js:\d+:\d+ from page\.ts no-restricted-syntax: throw/);
  });

  test('code that cannot be parsed is rejected', () => {
    expect(load(inRequest('return {'))).toThrow(/Query\.x\.js:\d:\d+ syntax: Parsing error/);
  });

  test('code is rejected regardless of linter comments in it', () => {
    expect(load(inRequest('/* eslint-disable */ throw ctx;'))).toThrow('throw is not available');
  });

  test.each([
    ['export async function request() {} export function response() {}', 'no-async'],
    ['export function* request() {} export function response() {}', 'no-generators'],
    ["import fs from 'node:fs';", 'can be imported, not node:fs'],
    [
      "import * as ddb from '@aws-appsync/utils/dynamodb';",
      '@aws-appsync/utils/dynamodb is not supported by the local AppSync',
    ],
    ["import { gone } from '@aws-appsync/utils';", '@aws-appsync/utils.gone is not available'],
    ["import utils from '@aws-appsync/utils';", '@aws-appsync/utils has no default'],
    ['export function request() {}', 'does not export the handler "response"'],
    ['export default 1;', 'handlers are exported by name'],
    ["export * from '@aws-appsync/utils';", 'handlers are exported by name'],
  ])('%s', (code, complaint) => {
    expect(load(code)).toThrow(complaint);
  });

  test('code longer than 32,768 characters is rejected', () => {
    const filled = (length: number) => {
      const text = inRequest("return '';");
      return text.replace("''", `'${'x'.repeat(length - text.length)}'`);
    };
    expect(load(filled(32_768))).not.toThrow();
    expect(load(filled(32_769))).toThrow('Query.x.js: 32769 characters, AppSync takes 32768');
  });
});

describe('features that exist only on AWS', () => {
  test.each([
    ["return util.xml.toMap('<a/>');", 'util.xml.toMap'],
    ['return util.transform.toElasticsearchQueryDSL({});', 'toElasticsearchQueryDSL'],
    ["extensions.evictFromApiCache('Query', 'a', {});", 'extensions.evictFromApiCache'],
  ])('%s', (text, name) => {
    expect(load(inRequest(text))).toThrow(
      new RegExp(
        `3:\\d+ appsync/no-unknown-member: .*${name} is not supported by the local AppSync`,
      ),
    );
  });

  test('an AWS-only feature is rejected under any import name', () => {
    const code = (imported: string, used: string) =>
      `import ${imported} from '@aws-appsync/utils/rds';
      export const request = () => ${used}; export const response = () => null;`;
    for (const [imported, used] of [
      ['{ agg as sums }', "sums.max('price')"],
      ['* as sql', "sql.agg.max('price')"],
    ] as const) {
      expect(load(code(imported, used))).toThrow('agg.max is not supported by the local AppSync');
    }
  });
});

describe('errors at runtime', () => {
  test.each([
    ["return ctx.a.includes('b');", 'String.prototype.includes is not available in APPSYNC_JS'],
    ['const o = Object; return o.create({});', 'Object.create is not available in APPSYNC_JS'],
    ["const m = 'sin'; return Math[m](1);", 'Math.sin is not available in APPSYNC_JS'],
    ["const m = 'sort'; return [1][m](ctx.a);", 'sort takes no function in APPSYNC_JS'],
    ["return ctx.a.replace(ctx.b, 'c');", 'replace takes two strings in APPSYNC_JS'],
    ['return ctx.gone.title;', "Cannot read properties of undefined (reading 'title')"],
  ])('%s', (text, reason) => {
    const { fault, lines } = run(text, { a: 'abc' });
    expect(fault).toBe('Runtime Error');
    expect(lines.join()).toMatch(/^Query\.x\.js:3:\d+: TypeError: /);
    expect(lines.join()).toContain(reason);
  });

  test('an endless loop is stopped', () => {
    const { fault, lines } = run('for (const a of ctx.a) { ctx.a.push(a); }', { a: [1] });
    expect(fault).toBe('Runtime Error');
    expect(lines.join()).toContain('timed out');
  });
});

test('a handler returns at most five million characters', () => {
  const doubled = `let text = 'x'; for (const n of ctx.turns) { text += text; } return text;`;
  expect(run(doubled, { turns: Array(22).fill(0) }).result).toHaveLength(2 ** 22);
  expect(run(doubled, { turns: Array(23).fill(0) }).fault).toMatch(
    /^the request handler returned \d{7} characters, AppSync takes 5000000$/,
  );
});

test('console.log and console.error log all their values', () => {
  const { lines } = run("console.log('a', { b: 1 }); console.error(2);");
  expect(lines).toEqual(['a', { b: 1 }, 2]);
});

test('changed built-ins do not affect the next call', () => {
  const { fault, lines } = run('const o = Object; o.own = 2; return o.own;');
  expect(fault).toBe('Runtime Error');
  expect(lines.join()).toContain('object is not extensible');
});

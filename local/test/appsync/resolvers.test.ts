import { afterEach, describe, expect, test } from 'vitest';
import { answering, resource, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { book(id: ID, n: Int): Book, text: String, json: AWSJSON, list: [String] }
type Mutation { add: String }
type Book { id: ID!, title: String, author: Author, odd: Odd }
type Author { name: String!, books: [Book] }
type Odd { when: AWSDateTime, day: AWSDate, link: AWSURL, at: AWSTimestamp, names: [String] }
`;

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(api: Omit<TestApi, 'schema'>) {
  const running = await startTestApi({ schema: SCHEMA, ...api });
  stop = running.stop;
  return running;
}

const inDatabase = (response: string, request = "return createMySQLStatement('select 1');") => `
import { util, runtime } from '@aws-appsync/utils';
import { sql, createMySQLStatement, toJsonObject } from '@aws-appsync/utils/rds';
export function request(ctx) { ${request} }
export function response(ctx) { ${response} }`;

describe('resolver context', () => {
  test('ctx.args and ctx.arguments are the same, and info names the field and its type', async () => {
    const api = await start({
      resolvers: {
        'Query.book': answering('return { id: ctx.args.id, author: {} };'),
        'Book.title': answering(
          `return [ctx.arguments === ctx.args, ctx.info.parentTypeName, ctx.info.fieldName, ctx.source.id,
            ctx.request.headers['x-own'], ctx.identity === null, util.authType()].join('|');`,
        ),
        'Author.name': answering(
          'return ctx.info.parentTypeName + JSON.stringify(ctx.info.variables);',
        ),
      },
    });
    const { data } = await api.ask(
      'query($v: ID) { book(id: $v) { title author { name } } }',
      { v: '7' },
      { 'x-api-key': 'da2-test', 'X-Own': 'hello' },
    );
    expect(data.book.title).toBe('true|Book|title|7|hello|true|API Key Authorization');
    expect(data.book.author.name).toBe('Author{"v":"7"}');
  });

  test('info lists the selected fields by their paths and aliases', async () => {
    const api = await start({
      resolvers: {
        'Query.book': answering(
          "return { id: '1', title: JSON.stringify(ctx.info.selectionSetList) + ctx.info.selectionSetGraphQL };",
        ),
      },
    });
    const { data } = await api.ask(
      '{ book { title a: author { ...N } } } fragment N on Author { name }',
    );
    expect(data.book.title).toBe(
      '["title","a","a/name"]{\n  title\n  a: author {\n    ...N\n  }\n}',
    );
  });

  test('neither module variables nor changed built-ins survive a call', async () => {
    const code = `import { util } from '@aws-appsync/utils';
      let calls = 0;
      export function request(ctx) { calls += 1; return { payload: calls }; }
      export function response(ctx) { calls += 1; return String(ctx.result) + calls; }`;
    const api = await start({ resolvers: { 'Query.text': code } });
    expect((await api.ask('{ a: text b: text }')).data).toEqual({ a: '11', b: '11' });
  });

  test('ctx.env has the API’s environment variables', async () => {
    const api = await start({
      settings: { EnvironmentVariables: { SHOP: 'Umi' } },
      resolvers: { 'Query.text': answering('return ctx.env.SHOP;') },
    });
    expect((await api.ask('{ text }')).data).toEqual({ text: 'Umi' });
  });

  test('console.log is logged with the name of the field', async () => {
    const api = await start({
      resolvers: { 'Query.text': answering("console.log('seen', ctx.args); return 'x';") },
    });
    await api.ask('{ text }');
    expect(api.lines).toContain('Query.text log: seen {}');
  });
});

describe('relational database data source', () => {
  const column = (name: string) => ({ name, label: name });
  const answer = {
    records: [[{ longValue: 1 }, { isNull: true }, { stringValue: '9.90' }]],
    columnMetadata: ['id', 'gone', 'price'].map(column),
    numberOfRecordsUpdated: 0,
  };

  test('a database receives typed parameters, separate per statement, and returns a string', async () => {
    const requests: unknown[] = [];
    const api = await start({
      sources: { 'Query.json': 'DATABASE' },
      resolvers: {
        'Query.json': inDatabase(
          'return { kind: typeof ctx.result, rows: toJsonObject(ctx.result) };',
          `return createMySQLStatement(
             sql\`insert into t values (\${1}, \${'b'}, \${1.5}, \${true}, \${null})\`,
             sql\`select \${2}\`);`,
        ),
      },
      options: {
        executeStatement: async (request) => {
          requests.push(request);
          return request.sql.startsWith('insert') ? { numberOfRecordsUpdated: 1 } : answer;
        },
      },
    });
    const { data } = await api.ask('{ json }');
    expect(JSON.parse(data.json)).toEqual({
      kind: 'string',
      rows: [[{}], [{ id: 1, price: '9.90' }]],
    });
    expect(requests).toEqual([
      {
        resourceArn: 'arn:cluster',
        secretArn: 'arn:secret',
        database: 'shinkan',
        sql: 'insert into t values (:P0, :P1, :P2, :P3, NULL)',
        parameters: [
          { name: 'P0', value: { longValue: 1 } },
          { name: 'P1', value: { stringValue: 'b' } },
          { name: 'P2', value: { doubleValue: 1.5 } },
          { name: 'P3', value: { booleanValue: true } },
        ],
        includeResultMetadata: true,
      },
      expect.objectContaining({
        sql: 'select :P4',
        parameters: [{ name: 'P4', value: { longValue: 2 } }],
      }),
    ]);
  });

  test('a database receives texts unchanged and decimals as texts with their hint', async () => {
    const parameters: unknown[] = [];
    const api = await start({
      sources: { 'Query.text': 'DATABASE' },
      resolvers: {
        'Query.text': inDatabase(
          'return null;',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: the resolver's template, not ours
          "return createMySQLStatement(sql`select ${typeHint.DECIMAL('1.10')}, ${ctx.args.id ?? '$1 :P0 ?'}`);",
        ).replace('{ sql,', '{ sql, typeHint,'),
      },
      options: {
        executeStatement: async (request) => {
          parameters.push(...request.parameters);
          return answer;
        },
      },
    });
    await api.ask('{ text }');
    expect(parameters).toEqual([
      { name: 'P0', value: { stringValue: '1.10' }, typeHint: 'DECIMAL' },
      { name: 'P1', value: { stringValue: '$1 :P0 ?' } },
    ]);
  });

  test.each([
    [
      'three statements',
      "{ statements: ['a', 'b', 'c'] }",
      '1 or 2 statements are expected, there are 3',
    ],
    ['no statement', '{ statements: [] }', '1 or 2 statements are expected, there are 0'],
    ['a statement that is no text', '{ statements: [1] }', '"statements" is not a list of strings'],
    ['an unknown member', "{ statements: ['a'], limit: 1 }", 'the member "limit" is unknown'],
    [
      'a variable that is a list',
      "{ statements: ['select :P0'], variableMap: { ':P0': [1] } }",
      'the variable :P0 is neither a string, a number, a boolean nor null',
    ],
  ])('a database is not called with %s', async (_, request, complaint) => {
    const api = await start({
      sources: { 'Query.json': 'DATABASE' },
      resolvers: { 'Query.json': inDatabase('return ctx.result;', `return ${request};`) },
    });
    const { errors } = await api.ask('{ json }');
    expect(errors[0].message).toBe(`Invalid request to a relational database: ${complaint}`);
  });

  test(':P1 is not mistaken for a part of :P10', async () => {
    const names: string[][] = [];
    const api = await start({
      sources: { 'Query.text': 'DATABASE' },
      resolvers: {
        'Query.text': inDatabase(
          'return null;',
          `return { statements: ['select :P10'], variableMap: { ':P1': 1, ':P10': 10 } };`,
        ),
      },
      options: {
        executeStatement: async ({ parameters }) => {
          names.push(parameters.map(({ name }) => name));
          return answer;
        },
      },
    });
    await api.ask('{ text }');
    expect(names).toEqual([['P10']]);
  });

  const failing = {
    executeStatement: async () => {
      throw Object.assign(new Error("Duplicate entry 'x'"), { name: 'DatabaseErrorException' });
    },
  };

  test('a database failure is ctx.error; a resolver that ignores it returns null without an error', async () => {
    const api = await start({
      sources: { 'Query.text': 'DATABASE', 'Query.json': 'DATABASE' },
      resolvers: {
        'Query.text': inDatabase('return ctx.result;'),
        'Query.json': inDatabase('return ctx.error;'),
      },
      options: failing,
    });
    expect(await api.ask('{ text }')).toEqual({ data: { text: null } });
    expect(JSON.parse((await api.ask('{ json }')).data.json)).toEqual({
      message: 'RDSHttp:{"message":"Duplicate entry \'x\'"}',
      type: '400 Bad Request',
    });
  });
});

test('a Lambda function receives the payload, and its error is ctx.error', async () => {
  const calls: unknown[] = [];
  const source = resource('DataSource', {
    Name: 'FUNCTION',
    Type: 'AWS_LAMBDA',
    LambdaConfig: { LambdaFunctionArn: 'arn:function' },
  });
  const code = `export function request(ctx) { return { operation: 'Invoke', payload: { n: ctx.args.n } }; }
    export function response(ctx) { return ctx.error ? { id: ctx.error.type } : { id: ctx.result.n }; }`;
  const api = await start({
    more: [source],
    sources: { 'Query.book': 'FUNCTION' },
    resolvers: { 'Query.book': code },
    options: {
      invokeLambda: async (arn, payload) => {
        calls.push([arn, payload]);
        if (calls.length > 1) throw new Error('boom');
        return payload;
      },
    },
  });
  expect((await api.ask('{ book(n: 3) { id } }')).data.book).toEqual({ id: '3' });
  expect((await api.ask('{ book(n: 3) { id } }')).data.book).toEqual({ id: 'Lambda:Unhandled' });
  expect(calls[0]).toEqual(['arn:function', { n: 3 }]);
});

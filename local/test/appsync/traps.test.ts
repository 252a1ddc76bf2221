// What an AppSync emulator most easily gets wrong. The cases about subscriptions, the SQL builder
// and Lambda authorizers are in those topics' tests.
import { afterEach, expect, test } from 'vitest';
import { answering, RUNTIME, resource, startTestApi, type TestApi } from './startTestApi.ts';

const SCHEMA = `
type Query { book(id: ID, note: String): Book, books: [Book], text: String, json: AWSJSON }
type Mutation { add(note: String): Book }
type Book { id: ID, title: String, author: Author, told: AWSJSON }
type Author { name: String }
`;

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(api: Omit<TestApi, 'schema'>) {
  const running = await startTestApi({ schema: SCHEMA, ...api });
  stop = running.stop;
  return running;
}

const SELECT = "return createMySQLStatement('select 1');";
const inDatabase = (response: string, request = SELECT) => `
  import { util } from '@aws-appsync/utils';
  import { createMySQLStatement } from '@aws-appsync/utils/rds';
  export function request(ctx) { ${request} }
  export function response(ctx) { ${response} }`;
const failing = {
  executeStatement: async () => {
    throw Object.assign(new Error('Deadlock found'), { status: 400 });
  },
};

test('a null argument is present, an omitted one is absent', async () => {
  const api = await start({
    resolvers: {
      'Query.json': answering('return null;'),
      'Query.book': answering(
        "return { told: { has: Object.hasOwn(ctx.args, 'note'), note: ctx.args.note ?? null } };",
      ),
    },
  });
  const told = async (query: string, variables = {}) =>
    JSON.parse((await api.ask(query, variables)).data.book.told);
  expect(await told('{ book { told } }')).toEqual({ has: false, note: null });
  expect(await told('{ book(note: null) { told } }')).toEqual({ has: true, note: null });
  const query = 'query($n: String) { book(note: $n) { told } }';
  expect(await told(query, { n: null })).toEqual({ has: true, note: null });
  expect(await told(query)).toEqual({ has: false, note: null });
});

test('ctx.result of a database is a text', async () => {
  const api = await start({
    sources: { 'Query.text': 'DATABASE' },
    resolvers: { 'Query.text': inDatabase('return typeof ctx.result + ctx.result;') },
    options: { executeStatement: async () => ({ numberOfRecordsUpdated: 2 }) },
  });
  expect((await api.ask('{ text }')).data.text).toBe(
    'string{"sqlStatementResults":[{"numberOfRecordsUpdated":2}]}',
  );
});

test('an error has a type but never extensions, and exposes no part of the stack', async () => {
  const api = await start({
    resolvers: {
      'Query.text': answering("util.error('no', 'Refused');"),
      'Query.json': answering('return ctx.nothing.there;'),
    },
  });
  const { errors } = await api.ask('{ text json }');
  expect(errors.map((error: object) => Object.keys(error))).toEqual(
    Array(2).fill(['path', 'data', 'errorType', 'errorInfo', 'locations', 'message']),
  );
  expect(errors.map(({ errorType }: { errorType: string }) => errorType)).toEqual([
    'Refused',
    'Code',
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/\.ts|\.js|node:|at Query/);
});

test('an appended error accompanies the data, also in a list', async () => {
  const api = await start({
    resolvers: {
      'Query.books': answering("return [{ id: 'a' }, { id: 'b' }];"),
      'Book.title': answering("util.appendError('half ' + ctx.source.id, 'Partial'); return 'T';"),
    },
  });
  const { data, errors } = await api.ask('{ books { id title } }');
  expect(data.books).toEqual([
    { id: 'a', title: 'T' },
    { id: 'b', title: 'T' },
  ]);
  expect(errors).toMatchObject([
    { path: ['books', 0, 'title'], message: 'half a', errorType: 'Partial' },
    { path: ['books', 1, 'title'], message: 'half b', errorType: 'Partial' },
  ]);
});

test('ctx.error is raised only by the resolver', async () => {
  const api = await start({
    sources: { 'Query.text': 'DATABASE', 'Query.json': 'DATABASE', 'Mutation.add': 'DATABASE' },
    resolvers: {
      'Query.text': inDatabase('return ctx.result;'),
      'Query.json': inDatabase('return { seen: ctx.error.type, result: ctx.result };'),
      'Mutation.add': inDatabase(
        'if (ctx.error) util.error(ctx.error.message, ctx.error.type); return null;',
      ),
    },
    options: failing,
  });
  expect(await api.ask('{ text }')).toEqual({ data: { text: null } });
  const { data, errors } = await api.ask('{ json }');
  expect(errors).toBeUndefined();
  expect(JSON.parse(data.json)).toEqual({ seen: '400 Bad Request', result: null });
  expect((await api.ask('mutation { add { id } }')).errors).toMatchObject([
    { path: ['add'], errorType: '400 Bad Request', data: null },
  ]);
});

test('a pipeline continues after a function that ignores ctx.error', async () => {
  const step = (name: string, source: string, code: string) =>
    resource(
      'FunctionConfiguration',
      { Name: name, DataSourceName: source, Runtime: RUNTIME, Code: code },
      `arn:aws:appsync:r:0:apis/api/functions/${name}`,
    );
  const api = await start({
    options: failing,
    more: [
      step('reads', 'DATABASE', inDatabase('return ctx.result;')),
      step('goesOn', 'NONE', answering("return 'after ' + ctx.prev.result + ctx.error;")),
      resource('Resolver', {
        TypeName: 'Query',
        FieldName: 'text',
        Kind: 'PIPELINE',
        Runtime: RUNTIME,
        PipelineConfig: { Functions: ['reads', 'goesOn'] },
        Code: 'export function request() {} export function response(ctx) { return ctx.result; }',
      }),
    ],
  });
  expect(await api.ask('{ text }')).toEqual({ data: { text: 'after nullundefined' } });
});

test('earlyReturn in a unit resolver skips its data source and its response', async () => {
  const api = await start({
    sources: { 'Query.text': 'DATABASE' },
    resolvers: {
      'Query.text': `import { runtime } from '@aws-appsync/utils';
        export function request() { runtime.earlyReturn('early'); }
        export function response() { return 'late'; }`,
    },
  });
  expect(await api.ask('{ text }')).toEqual({ data: { text: 'early' } });
});

test('ctx.args has both names, and parentTypeName is the type of the field', async () => {
  const told = `return JSON.stringify([ctx.args === ctx.arguments, ctx.info.parentTypeName, ctx.info.fieldName]);`;
  const api = await start({
    resolvers: {
      'Query.book': answering('return { author: {} };'),
      'Query.text': answering(told),
      'Mutation.add': answering('return { author: {} };'),
      'Author.name': answering(told),
    },
  });
  const { data } = await api.ask('{ text other: book { author { name } } }');
  expect(JSON.parse(data.text)).toEqual([true, 'Query', 'text']);
  expect(JSON.parse(data.other.author.name)).toEqual([true, 'Author', 'name']);
  const mutated = await api.ask('mutation { add { author { name } } }');
  expect(JSON.parse(mutated.data.add.author.name)).toEqual([true, 'Author', 'name']);
});

test('a field without a directive is open only to the default mode', async () => {
  const running = await startTestApi({
    schema: `type Query { unmarked: Thing, marked: Thing @aws_api_key }
      type Thing { name: String, shown: String @aws_api_key }`,
    settings: {
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }],
    },
    resolvers: {
      'Query.unmarked': answering("return { name: 'n', shown: 's' };"),
      'Query.marked': answering("return { name: 'n', shown: 's' };"),
    },
  });
  stop = running.stop;
  const { data, errors } = await running.ask('{ unmarked { shown } marked { name shown } }');
  expect(data).toEqual({ unmarked: null, marked: { name: null, shown: 's' } });
  expect(errors.map(({ message }: { message: string }) => message)).toEqual([
    'Not Authorized to access unmarked on type Query',
    'Not Authorized to access name on type Thing',
  ]);
});

import { afterEach, describe, expect, test } from 'vitest';
import type { StatementResult } from '../../services/appsync/utils/statementResult.ts';
import { startTestApi, type TestApi } from './startTestApi.ts';

const started: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((api) => api.stop()));
});

const schema = 'type Query { json(id: String): AWSJSON }';

async function start(response: string, executeStatement: TestApi['options'] & object) {
  const code = `import { toJsonObject } from '@aws-appsync/utils/rds';
    export function request(ctx) {
      return { statements: ['select :id'], variableMap: { ':id': ctx.args.id ?? 'a' } };
    }
    export function response(ctx) { ${response} }`;
  const api = await startTestApi({
    schema,
    sources: { 'Query.json': 'DATABASE' },
    resolvers: { 'Query.json': code },
    options: executeStatement,
  });
  started.push(api);
  return async (query: string) => (await api.ask(query)).data;
}

const exact = (digits: string) =>
  (JSON as unknown as { rawJSON(text: string): number }).rawJSON(digits);

const column = (label: string) => ({ name: label, label });

describe('parsing a database result returns the same rows as parsing its text', () => {
  test.each<[what: string, answer: StatementResult]>([
    [
      'values of every kind',
      {
        records: [
          [
            { isNull: true },
            { booleanValue: false },
            { longValue: 0 },
            { doubleValue: 1.5 },
            { stringValue: '雪"\\\u0001\ud800' },
            { blobValue: 'aGVsbG8=' },
          ],
        ],
        columnMetadata: ['n', 'b', 'l', 'd', 's', 'x'].map(column),
        numberOfRecordsUpdated: 0,
      },
    ],
    [
      'digits that no number of JavaScript has',
      { records: [[{ longValue: exact('9007199254740993') }]], columnMetadata: [column('big')] },
    ],
    ['a row for each number', { records: [[{ longValue: 1 }], [{ longValue: 2 }]] }],
    ['no rows', { records: [], columnMetadata: [column('id')] }],
    ['a change', { numberOfRecordsUpdated: 2, generatedFields: [{ longValue: 7 }] }],
  ])('%s', async (_, answer) => {
    const ask = await start(
      `return {
         text: ctx.result,
         rows: toJsonObject(ctx.result),
         ofText: toJsonObject(\` \${ctx.result}\`),
       };`,
      { executeStatement: async () => answer },
    );
    const { json } = await ask('{ json }');
    const { text, rows, ofText } = JSON.parse(json);
    expect(text).toBe(JSON.stringify({ sqlStatementResults: [answer] }));
    expect(rows).toEqual(ofText);
  });
});

test('minus zero loses its sign, as in text', async () => {
  const ask = await start("return '' + 1 / toJsonObject(ctx.result)[0][0].zero;", {
    executeStatement: async () => ({
      records: [[{ doubleValue: -0 }]],
      columnMetadata: [column('zero')],
    }),
  });
  expect(JSON.parse((await ask('{ json }')).json)).toBe('Infinity');
});

test('a text made by the resolver is parsed normally', async () => {
  const own =
    '{"sqlStatementResults":[{"records":[[{"longValue":2}]],"columnMetadata":[{"name":"n"}]}]}';
  const ask = await start(`return [toJsonObject('${own}'), toJsonObject('no')];`, {
    executeStatement: async () => ({
      records: [[{ longValue: 1 }]],
      columnMetadata: [column('n')],
    }),
  });
  expect(JSON.parse((await ask('{ json }')).json)).toEqual([[[{ n: 2 }]], null]);
});

test('a change to the parsed rows does not show when the text is parsed again', async () => {
  const ask = await start(
    `toJsonObject(ctx.result)[0][0].id = 'changed';
     return toJsonObject(ctx.result);`,
    {
      executeStatement: async () => ({
        records: [[{ stringValue: 'kept' }]],
        columnMetadata: [column('id')],
      }),
    },
  );
  expect(JSON.parse((await ask('{ json }')).json)).toEqual([[{ id: 'kept' }]]);
});

test('fields resolved concurrently each read their own rows', async () => {
  const ask = await start('return toJsonObject(ctx.result);', {
    executeStatement: async ({ parameters }) => {
      const value = parameters[0]?.value ?? {};
      // The second is answered before the first.
      if (value.stringValue === 'a') await new Promise((resolve) => setTimeout(resolve, 20));
      return { records: [[value]], columnMetadata: [column('id')] };
    },
  });
  const { a, b } = await ask('{ a: json(id: "a") b: json(id: "b") }');
  expect([JSON.parse(a), JSON.parse(b)]).toEqual([[[{ id: 'a' }]], [[{ id: 'b' }]]]);
});

import { ExecuteStatementCommand } from '@aws-sdk/client-rds-data';
import { afterEach, describe, expect, it } from 'vitest';
import type { ExecuteStatement } from '../../../services/appsync/sources/callRelationalDatabase.ts';
import { startTestApi } from '../../appsync/startTestApi.ts';
import { aPrivateDataApi, target } from '../rds-data/privateDataApi.ts';

const dataApi = aPrivateDataApi({}, ['create table book (id int primary key)']);

/** The Data API through AWS's own client. */
const executeStatement: ExecuteStatement = async (request) => {
  const input = { ...request, ...target } as ConstructorParameters<
    typeof ExecuteStatementCommand
  >[0];
  try {
    return (await dataApi.client.send(new ExecuteStatementCommand(input))) as Awaited<
      ReturnType<ExecuteStatement>
    >;
  } catch (fault) {
    const { $metadata } = fault as { $metadata?: { httpStatusCode?: number } };
    throw Object.assign(fault as Error, { status: $metadata?.httpStatusCode });
  }
};

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function ask(select: string) {
  const api = await startTestApi({
    schema: 'type Query { rows: AWSJSON }',
    sources: { 'Query.rows': 'DATABASE' },
    resolvers: {
      'Query.rows': `
        import { createMySQLStatement, sql, toJsonObject } from '@aws-appsync/utils/rds';
        export function request(ctx) { return createMySQLStatement(${select}); }
        export function response(ctx) { return ctx.error ?? toJsonObject(ctx.result)[0]; }`,
    },
    options: { executeStatement },
  });
  stop = api.stop;
  const { data, errors } = await api.ask('{ rows }');
  expect(errors).toBeUndefined();
  return JSON.parse(data.rows);
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the resolver's templates, not ours
describe('a resolver on the Data API', () => {
  it('a resolver gets its values back as they were bound', async () => {
    const hostile = "'; drop table book; -- 新刊 :P1 ? $1";
    expect(
      await ask(`sql\`select \${${JSON.stringify(hostile)}} as t, \${7} as n, \${true} as b\``),
    ).toMatchObject([{ t: hostile, n: 7 }]);
  });

  it('a resolver reads an answer of almost 1 MiB', async () => {
    const [row] = await ask('sql`select repeat("x", ${1_000_000}) as t`');
    expect(row.t).toHaveLength(1_000_000);
  });

  it('a resolver finds an answer above 1 MiB in ctx.error', async () => {
    const error = await ask('sql`select repeat("x", ${1_100_000}) as t`');
    expect(error).toMatchObject({ type: '400 Bad Request' });
    expect(error.message).toMatch(/^RDSHttp:.*(size|large|1 ?MB|MiB)/i);
  });

  it('a resolver finds the database’s message in ctx.error', async () => {
    const error = await ask('sql`select nothing from book`');
    expect(error).toMatchObject({ type: '400 Bad Request' });
    expect(error.message).toContain('Unknown column');
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above

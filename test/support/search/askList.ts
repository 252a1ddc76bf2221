import type { Context } from '@aws-appsync/utils';
import { callRelationalDatabase } from '../../../local/services/appsync/callRelationalDatabase.ts';
import { EarlyReturn } from '../../../local/services/appsync/utils/errors.ts';
import type { DataApi } from '../../../local/services/rds-data/createDataApi.ts';
import type { BookConnection } from '../../../resolvers/generated/schema.ts';
import * as measure from '../../../resolvers/Query.upcomingBooks/1-measure.ts';
import * as list from '../../../resolvers/Query.upcomingBooks/2-list.ts';

// biome-ignore lint/suspicious/noExplicitAny: each step takes arguments of its own
type Step = { request(ctx: any): unknown; response(ctx: any): unknown };

/** What a pipeline is asked, by whom; everything that a book has is selected. */
export interface Asking {
  args: object;
  memberId?: string;
}

/** Runs the handlers of a pipeline in AppSync's order against a database; throws what they fail with. */
export async function runSteps(
  api: DataApi,
  database: string,
  steps: Step[],
  { args, memberId }: Asking,
): Promise<unknown> {
  const source = {
    type: 'RELATIONAL_DATABASE' as const,
    name: 'test',
    resourceArn: 'arn:test:cluster',
    secretArn: 'arn:test:owner',
    database,
  };
  const context = {
    args,
    identity: memberId === undefined ? null : { sub: memberId, issuer: 'test', claims: {} },
    stash: {},
    info: { selectionSetList: ['edges/node/id'], selectionSetGraphQL: '{ }' },
    // The parts of a context that no resolver of ours reads are left out.
  } as unknown as Context;
  let last: unknown = null;
  for (const step of steps) {
    try {
      const request = step.request(context);
      // The Data API answers what the data source expects of one.
      const execute = api.executeStatement as Parameters<typeof callRelationalDatabase>[2];
      const { result, error } = await callRelationalDatabase(source, request as never, execute);
      last = step.response({ ...context, result, ...(error && { error }) });
    } catch (fault) {
      if (!(fault instanceof EarlyReturn)) throw fault;
      last = fault.value;
    }
  }
  return last;
}

/** A page of the list of upcoming books. */
export async function askList(
  api: DataApi,
  database: string,
  asking: Asking,
): Promise<BookConnection> {
  // What the last step gives.
  return (await runSteps(api, database, [measure, list], asking)) as BookConnection;
}

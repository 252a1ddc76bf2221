import type { Context } from '@aws-appsync/utils';
import type { Json } from '../../local/lib/resource.ts';
import {
  callRelationalDatabase,
  type ExecuteStatement,
} from '../../local/services/appsync/sources/callRelationalDatabase.ts';
import { EarlyReturn } from '../../local/services/appsync/utils/errors.ts';
import type { DataApi } from '../../local/services/rds-data/createDataApi.ts';
import { asked } from '../unit/resolvers/resolving.ts';
import { asOwner } from './privateDatabases.ts';

/** The functions of a resolver's file; each declares its own arguments. */
export interface Step {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  request(ctx: Context<any, any, any, any>): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  response(ctx: Context<any, any, any, any>): unknown;
}

/** Calls resolvers in this process, with a database behind its Data API. */
export function askResolvers(api: () => DataApi) {
  const dataSource = {
    type: 'RELATIONAL_DATABASE' as const,
    name: 'test',
    ...asOwner,
    database: 'shinkan',
  };
  // The two describe the same wire format with different types.
  const execute: ExecuteStatement = (request) => api().executeStatement(request as never) as never;

  /** The answer of a resolver's steps, run in sequence, to a member; `null` for nobody. */
  return async <T>(
    steps: Step[],
    args: object,
    member: string | null,
    more: {
      selected?: string[];
      field?: string;
      source?: object;
      between?: (step: number) => Promise<void>;
    } = {},
  ): Promise<T> => {
    let result: unknown = null;
    for (const [number, step] of steps.entries()) {
      await more.between?.(number);
      const ctx = {
        ...asked({
          args,
          identity: member === null ? null : { sub: member, issuer: 'x', claims: {} },
          ...(more.selected && { selected: more.selected }),
          ...(more.field && { field: more.field }),
          ...(more.source && { source: more.source }),
        }),
        prev: { result },
      };
      let request: Json;
      try {
        request = step.request(ctx as never) as Json;
      } catch (early) {
        if (!(early instanceof EarlyReturn)) throw early;
        result = early.value;
        if (early.skipTo === 'END') break;
        continue;
      }
      const outcome = await callRelationalDatabase(dataSource, request, execute);
      result = step.response({
        ...ctx,
        result: outcome.result,
        ...(outcome.error && { error: outcome.error }),
      } as never);
    }
    // The caller states the type of the resolver's result.
    return result as T;
  };
}

import { join } from 'node:path';
import { bundleResolver } from '../../infra/resolvers/bundleResolver.ts';
import { readResolvers } from '../../infra/resolvers/readResolvers.ts';
import { type Code, type HandlerName, Sandbox } from '../../local/services/appsync/code/sandbox.ts';
import { callRelationalDatabase } from '../../local/services/appsync/sources/callRelationalDatabase.ts';
import { startInvocation } from '../../local/services/appsync/utils/invocation.ts';
import type { DataApi } from '../../local/services/rds-data/createDataApi.ts';
import type { BookConnection } from '../../resolvers/generated/schema.ts';
import { root } from '../root.ts';

/** The database that fields are read from, with the owner's secret: everything the API may see. */
export interface Catalogue {
  api: DataApi;
  resourceArn: string;
  secretArn: string;
  database: string;
}

/** A field's arguments and caller, and which of its fields are selected (all by default). */
export interface Asking {
  args: object;
  memberId?: string;
  /** The claims of the caller's token. */
  claims?: object;
  selected?: string[];
  /** Makes the last step believe that nearly every book contains the searched words. */
  asIfCommon?: boolean;
}

const loaded = new Map<string, Code[]>();

/** The deployed bundles of a field's functions, in order. */
function stepsOf(field: string): Code[] {
  const known = loaded.get(field);
  if (known !== undefined) return known;
  const found = readResolvers(join(root, 'resolvers')).fields.find(({ name }) => name === field);
  if (found === undefined) throw new Error(`No resolver answers ${field}`);
  const files = found.steps ?? [found.file];
  const codes = files.map((file) => new Sandbox().load(bundleResolver(file), file));
  loaded.set(field, codes);
  return codes;
}

/** Resolves a field with its resolver in AppSync's order. Throws the resolver's error. */
export async function askField(
  { api, ...source }: Catalogue,
  field: string,
  { args, memberId, claims = {}, selected, asIfCommon = false }: Asking,
): Promise<unknown> {
  // The Data API returns what the data source expects.
  const execute = api.executeStatement as Parameters<typeof callRelationalDatabase>[2];
  const identity = memberId === undefined ? null : { sub: memberId, issuer: 'test', claims };
  const [parentTypeName, fieldName] = field.split('.');
  const info = {
    parentTypeName,
    fieldName,
    selectionSetList: selected ?? [],
    selectionSetGraphQL: selected ? '{ }' : '{ a: b }',
  };
  let stash: { [name: string]: unknown } = {};
  let last: unknown = null;
  for (const code of stepsOf(field)) {
    const invocation = startInvocation();
    const handle = (handler: HandlerName, more: object) => {
      const handled = code.run(
        handler,
        { args, arguments: args, identity, info, stash, ...more },
        invocation,
      );
      stash = handled.stash;
      return handled;
    };
    const plan = stash.plan as { by: string } | undefined;
    if (asIfCommon && plan !== undefined && plan.by !== 'nothing')
      stash.plan = { ...plan, few: false };
    const prev = { result: last };
    const request = handle('request', { prev });
    last = request.result;
    if (request.skipTo === 'END') break;
    if (request.skipTo === 'NEXT') continue;
    const target = { type: 'RELATIONAL_DATABASE' as const, name: 'test', ...source };
    const { result, error, rdsResult } = await callRelationalDatabase(
      target,
      request.result,
      execute,
    );
    invocation.rdsResult = rdsResult ?? null;
    last = handle('response', {
      prev,
      result,
      ...(error && { error }),
    }).result;
  }
  return last;
}

/** Returns a page of the list of upcoming books. */
export async function askList(catalogue: Catalogue, asking: Asking): Promise<BookConnection> {
  // The field's type in the schema.
  return (await askField(catalogue, 'Query.upcomingBooks', asking)) as BookConnection;
}

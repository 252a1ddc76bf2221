import type { Context } from '@aws-appsync/utils';
import type { QueryContributorArgs } from './generated/schema.ts';
import { catalogueId } from './lib/catalogue.ts';
import { type ContributorEntry, findEntry, foundEntry } from './lib/catalogueEntry.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';

export function request(ctx: Context<QueryContributorArgs>) {
  return query([findEntry('CONTRIBUTOR')], { id: catalogueId(ctx.args.id) });
}

export function response(ctx: Context): ContributorEntry | null {
  return foundEntry(one(ctx));
}

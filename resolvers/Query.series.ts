import type { Context } from '@aws-appsync/utils';
import type { QuerySeriesArgs } from './generated/schema.ts';
import { catalogueId } from './lib/catalogue.ts';
import { findEntry, foundEntry, type SeriesEntry } from './lib/catalogueEntry.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';

export function request(ctx: Context<QuerySeriesArgs>) {
  return query([findEntry('SERIES')], { id: catalogueId(ctx.args.id) });
}

export function response(ctx: Context): SeriesEntry | null {
  return foundEntry(one(ctx));
}

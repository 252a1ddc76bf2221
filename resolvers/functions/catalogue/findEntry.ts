import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { QueryContributorArgs, QuerySeriesArgs } from '../../generated/schema.ts';
import {
  type Entry,
  entryObject,
  type RawEntry,
  toEntry,
} from '../../lib/catalogue/catalogueEntry.ts';
import { catalogueId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { json } from '../../lib/sql/values.ts';

/** Finds the contributor or series, or the one it is joined to. */
export function request(ctx: Context<QueryContributorArgs | QuerySeriesArgs>) {
  const kind = ctx.info.fieldName === 'series' ? 'SERIES' : 'CONTRIBUTOR';
  const { table } = CATALOGUE[kind];
  const select = `select ${entryObject(kind, 'e')} as entry
from ${table} n join ${table} e on e.id = n.joined_to where n.id = :id`;
  return query([select], { id: catalogueId(ctx.args.id) });
}

export function response(ctx: Context): Entry | null {
  const raw = json<RawEntry>(one(ctx)?.entry);
  return raw === undefined ? null : toEntry(raw);
}

import { type Context, util } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { MutationJoinInCatalogueArgs } from '../../generated/schema.ts';
import { ascent, type Joined, summit } from '../../lib/catalogue/catalogueJoin.ts';
import { notFound } from '../../lib/catalogue/notFound.ts';
import { catalogueId } from '../../lib/request/ids.ts';
import { operatorId } from '../../lib/request/operator.ts';
import { query } from '../../lib/sql/query.ts';
import { rows } from '../../lib/sql/rows.ts';

/**
 * Joins the entry that represents `from` to the one that represents `into`, if they differ. The
 * statement locks the joins it read until it has written, so that two operators cannot join each to
 * the other.
 */
export function request(ctx: Context<MutationJoinInCatalogueArgs>) {
  const by = operatorId(ctx);
  const { kind, from, into } = ctx.args;
  const { table } = CATALOGUE[kind];
  const insert = `insert into catalogue_join
  (id, kind, from_id, into_id, asked_from_id, asked_into_id, stands, joined_by, joined_at)
select n.* from (
  with recursive ${ascent('from_up', ':from')}, ${ascent('into_up', ':into')}
  select :join as id, :kind as kind, f.id as from_id, i.id as into_id, :from as asked_from_id,
    :into as asked_into_id, 1 as stands, :by as joined_by, utc_timestamp(6) as joined_at
  from ${summit('from_up')} f join ${summit('into_up')} i on i.id <> f.id
  join ${table} a on a.id = :from join ${table} b on b.id = :into) n`;
  const found = `select id from ${table} where id in (:from, :into)`;
  return query([insert, found], {
    join: `j-${util.autoId()}`,
    kind,
    from: catalogueId(from),
    into: catalogueId(into),
    by,
  });
}

/**
 * Returns both even if they were joined before: the operator who did that may not have finished.
 */
export function response(ctx: Context<MutationJoinInCatalogueArgs>): Joined {
  const { kind, from, into } = ctx.args;
  const found = rows(ctx, 1).map((row) => `${row.id}`);
  if (found.indexOf(from) < 0) notFound(kind, 'from', from);
  if (found.indexOf(into) < 0) notFound(kind, 'into', into);
  return { kind, from, into };
}

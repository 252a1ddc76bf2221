import type { Context } from '@aws-appsync/utils';
import type { CatalogueJoinPage, QueryCatalogueJoinsArgs } from './generated/schema.ts';
import { selectJoins, toCatalogueJoin } from './lib/catalogue/catalogueJoin.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from './lib/paging/moments.ts';
import { page, toPage } from './lib/paging/page.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query, type Value } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';

export function request(ctx: Context<QueryCatalogueJoinsArgs>) {
  refuseOthers(ctx);
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const { kind } = ctx.args;
  const values: { [name: string]: Value } = { kind, limit: first + 1 };
  let later = '';
  if (after !== null) {
    later = ` and o.joined_at <= ${CURSOR_MOMENT} and (o.joined_at < ${CURSOR_MOMENT} or o.id < :id)`;
    values.order = after.order;
    values.id = after.id;
  }
  const found = `select o.id, ${momentDigits('o.joined_at')} as moment
from catalogue_join o where o.kind = :kind${later} order by o.joined_at desc, o.id desc limit :limit`;
  const statement = `select joined.*, page.moment from (${found}) page
join (${selectJoins(kind)}) joined on joined.id = page.id
order by page.moment desc, page.id desc`;
  return query([statement], values);
}

export function response(ctx: Context<QueryCatalogueJoinsArgs>): CatalogueJoinPage {
  const { shown, endCursor } = toPage(rows(ctx), page(ctx.args, MOMENT_DIGITS).first);
  return { joins: shown.map((row) => toCatalogueJoin(row)), endCursor };
}

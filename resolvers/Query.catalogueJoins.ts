import type { Context } from '@aws-appsync/utils';
import type { CatalogueJoinPage, QueryCatalogueJoinsArgs } from './generated/schema.ts';
import { selectJoins, toCatalogueJoin } from './lib/catalogueJoin.ts';
import { toCursor } from './lib/cursor.ts';
import { refuseOthers } from './lib/operator.ts';
import { page } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';

/** A cursor begins with the moment of joining, down to microseconds. */
const MOMENT = '%Y%m%d%H%i%s%f';
const MOMENT_DIGITS = 20;

export function request(ctx: Context<QueryCatalogueJoinsArgs>) {
  refuseOthers(ctx);
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const { kind } = ctx.args;
  const values: { [name: string]: Value } = { kind, limit: first + 1 };
  let later = '';
  if (after !== null) {
    const moment = `str_to_date(:moment, '${MOMENT}')`;
    later = ` and o.joined_at <= ${moment} and (o.joined_at < ${moment} or o.id < :id)`;
    values.moment = after.order;
    values.id = after.id;
  }
  const found = `select o.id, date_format(o.joined_at, '${MOMENT}') as moment
from catalogue_join o where o.kind = :kind${later} order by o.joined_at desc, o.id desc limit :limit`;
  const statement = `select joined.*, page.moment from (${found}) page
join (${selectJoins(kind)}) joined on joined.id = page.id
order by page.moment desc, page.id desc`;
  return query([statement], values);
}

export function response(ctx: Context<QueryCatalogueJoinsArgs>): CatalogueJoinPage {
  const { first } = page(ctx.args, MOMENT_DIGITS);
  const found = rows(ctx);
  const shown = found.slice(0, first);
  const last = shown[shown.length - 1];
  return {
    joins: shown.map((row) => toCatalogueJoin(row)),
    endCursor:
      found.length > first && last !== undefined
        ? toCursor({ order: `${last.moment}`, id: `${last.id}` })
        : null,
  };
}

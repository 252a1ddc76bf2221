import type { Context } from '@aws-appsync/utils';
import type { IngestRunPage, QueryIngestRunsArgs } from './generated/schema.ts';
import { toCursor } from './lib/cursor.ts';
import { RUN_COLUMNS, type RunRow, toIngestRun } from './lib/ingestRun.ts';
import { refuseOthers } from './lib/operator.ts';
import { page } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';

/** A cursor begins with the moment, down to microseconds. */
const MOMENT = '%Y%m%d%H%i%s%f';
const MOMENT_DIGITS = 20;

/** Notes, previews and rejects have resolvers of their own. */
type Page = Omit<IngestRunPage, 'runs'> & { runs: RunRow[] };

export function request(ctx: Context<QueryIngestRunsArgs>) {
  refuseOthers(ctx);
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const values: { [name: string]: Value } = { limit: first + 1 };
  const { state } = ctx.args;
  const conditions: string[] = [];
  if (state) {
    conditions.push('r.state = :state');
    values.state = state;
  }
  if (after !== null) {
    const moment = `str_to_date(:moment, '${MOMENT}')`;
    conditions.push(`r.started_at <= ${moment} and (r.started_at < ${moment} or r.id < :id)`);
    values.moment = after.order;
    values.id = after.id;
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const statement = `select ${RUN_COLUMNS}, date_format(r.started_at, '${MOMENT}') as moment
from ingest_run r ${where} order by r.started_at desc, r.id desc limit :limit`;
  return query([statement], values);
}

export function response(ctx: Context<QueryIngestRunsArgs>): Page {
  const { first } = page(ctx.args, MOMENT_DIGITS);
  const found = rows(ctx);
  const shown = found.slice(0, first);
  const last = shown[shown.length - 1];
  return {
    runs: shown.map((row) => toIngestRun(row)),
    endCursor:
      found.length > first && last !== undefined
        ? toCursor({ order: `${last.moment}`, id: `${last.id}` })
        : null,
  };
}

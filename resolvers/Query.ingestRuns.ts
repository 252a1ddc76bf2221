import type { Context } from '@aws-appsync/utils';
import type { IngestRunPage, QueryIngestRunsArgs } from './generated/schema.ts';
import { RUN_COLUMNS, type RunRow, toIngestRun } from './lib/ingest/ingestRun.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from './lib/paging/moments.ts';
import { page, toPage } from './lib/paging/page.ts';
import { refuseOthers } from './lib/request/operator.ts';
import { query, type Value } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';

/** Notes, previews and rejects have their own resolvers. */
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
    conditions.push(
      `r.started_at <= ${CURSOR_MOMENT} and (r.started_at < ${CURSOR_MOMENT} or r.id < :id)`,
    );
    values.order = after.order;
    values.id = after.id;
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const statement = `select ${RUN_COLUMNS}, ${momentDigits('r.started_at')} as moment
from ingest_run r ${where} order by r.started_at desc, r.id desc limit :limit`;
  return query([statement], values);
}

export function response(ctx: Context<QueryIngestRunsArgs>): Page {
  const { shown, endCursor } = toPage(rows(ctx), page(ctx.args, MOMENT_DIGITS).first);
  return { runs: shown.map((row) => toIngestRun(row)), endCursor };
}

import type { Context } from '@aws-appsync/utils';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';

export function request() {
  return query(['select coalesce(max(e.seq), 0) as seq from book_event e'], {});
}

export function response(ctx: Context): string {
  return `${one(ctx)?.seq ?? 0}`;
}

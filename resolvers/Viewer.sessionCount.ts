import type { Context } from '@aws-appsync/utils';
import { memberId } from './lib/request/identity.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';
import { number } from './lib/sql/values.ts';

export function request(ctx: Context) {
  const count = `select count(*) as sessions from member_session
where member_id = :me and ended_at is null and expires_at > utc_timestamp(6)`;
  return query([count], { me: memberId(ctx) ?? '' });
}

export function response(ctx: Context): number {
  return number(one(ctx)?.sessions) ?? 0;
}

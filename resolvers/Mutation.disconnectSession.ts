import { type Context, extensions } from '@aws-appsync/utils';
import type { MutationDisconnectSessionArgs } from './generated/schema.ts';
import { sessionId } from './lib/request/ids.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';

export function request(ctx: Context<MutationDisconnectSessionArgs>) {
  const statement = 'select id from member_session where id = :id and ended_at is not null';
  return query([statement], { id: sessionId(ctx.args.id) });
}

/** No caller can close the connections of a session that is still active. */
export function response(ctx: Context<MutationDisconnectSessionArgs>): string | null {
  if (one(ctx) === null) return null;
  const { id } = ctx.args;
  extensions.invalidateSubscriptions({
    subscriptionField: 'onBookEvent',
    payload: { sid: id },
  });
  return id;
}

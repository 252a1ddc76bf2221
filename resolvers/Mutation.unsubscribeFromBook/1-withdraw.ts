import type { Context } from '@aws-appsync/utils';
import type { MutationUnsubscribeFromBookArgs } from '../generated/schema.ts';
import { bookId } from '../lib/bookId.ts';
import { memberId } from '../lib/identity.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

/**
 * Marks the consent before the subscription goes: without a consent no mail is sent and no subscription
 * begins, so from here on the member has left, whatever becomes of the second step.
 */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const mark = `update consent set withdrawn_at = utc_timestamp(6), withdrawn_by = 'web'
where member_id = :me and book_id = :book and withdrawn_at is null`;
  return query([mark], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context): null {
  // Fails where the statement has.
  rows(ctx);
  return null;
}

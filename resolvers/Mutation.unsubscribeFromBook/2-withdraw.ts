import type { Context } from '@aws-appsync/utils';
import type { BookSubscription, MutationUnsubscribeFromBookArgs } from '../generated/schema.ts';
import { bookId } from '../lib/bookId.ts';
import { memberId } from '../lib/identity.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

/**
 * Marks the consent after the subscription is gone: where this fails, no mail comes all the same, and
 * to ask once more marks it.
 */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const mark = `update consent set withdrawn_at = utc_timestamp(6), withdrawn_by = 'web'
where member_id = :me and book_id = :book and withdrawn_at is null`;
  return query([mark], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context): BookSubscription | null {
  rows(ctx);
  return ctx.prev.result;
}

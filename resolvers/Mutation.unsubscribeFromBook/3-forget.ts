import type { Context } from '@aws-appsync/utils';
import type { BookSubscription, MutationUnsubscribeFromBookArgs } from '../generated/schema.ts';
import { bookId } from '../lib/bookId.ts';
import { memberId } from '../lib/identity.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

/** The subscription goes with its last reason; a consent that was given meanwhile keeps it. */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const remove = `delete from subscription where member_id = :me and book_id = :book
and not exists (select 1 from subscription_reason r where r.member_id = :me and r.book_id = :book)
and not exists (select 1 from consent c where c.member_id = :me and c.book_id = :book
  and c.withdrawn_at is null)`;
  return query([remove], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

/** What the step before has read. */
export function response(ctx: Context): BookSubscription | null {
  rows(ctx);
  return ctx.prev.result;
}

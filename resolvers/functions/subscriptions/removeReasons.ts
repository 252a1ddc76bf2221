import type { Context } from '@aws-appsync/utils';
import type { BookSubscription, MutationUnsubscribeFromBookArgs } from '../../generated/schema.ts';
import { bookColumns } from '../../lib/books/book.ts';
import { memberId } from '../../lib/request/identity.ts';
import { bookId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { reasonColumns } from '../../lib/subscriptions/reasons.ts';
import { SUBSCRIPTION_COLUMNS, toBookSubscription } from '../../lib/subscriptions/subscription.ts';

/**
 * Reads the subscription and deletes its reasons, except those added since the first step. Whether
 * the member asked for the book itself is read from that reason: its consent is already withdrawn.
 */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const select = `select ${SUBSCRIPTION_COLUMNS}, ${bookColumns(ctx, 'book/')}${reasonColumns(ctx, '')},
exists (select 1 from subscription_reason r where r.member_id = s.member_id and r.book_id = s.book_id
  and r.kind = 'BOOK') as was_asked
from subscription s join book b on b.id = s.book_id
where s.member_id = :me and s.book_id = :book`;
  const remove = `delete from subscription_reason where member_id = :me and book_id = :book
and (kind = 'BOOK' and not exists (select 1 from consent c where c.member_id = :me
    and c.book_id = :book and c.withdrawn_at is null)
  or kind <> 'BOOK' and created_at <= (select max(c.withdrawn_at) from consent c
    where c.member_id = :me and c.book_id = :book))`;
  return query([select, remove], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context): BookSubscription | null {
  const row = one(ctx);
  // The row was read before it was deleted.
  return row === null
    ? null
    : toBookSubscription({ ...row, is_asked: row.was_asked, subscribed: false });
}

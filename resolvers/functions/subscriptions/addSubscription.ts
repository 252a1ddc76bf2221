import type { Context } from '@aws-appsync/utils';
import type { BookSubscription, MutationSubscribeToBookArgs } from '../../generated/schema.ts';
import { bookColumns } from '../../lib/books/book.ts';
import { fail } from '../../lib/request/fail.ts';
import { memberId } from '../../lib/request/identity.ts';
import { bookId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { instant } from '../../lib/sql/values.ts';
import { reasonColumns } from '../../lib/subscriptions/reasons.ts';
import { SUBSCRIPTION_COLUMNS, toBookSubscription } from '../../lib/subscriptions/subscription.ts';

export function request(ctx: Context<MutationSubscribeToBookArgs>) {
  // Only while the first step's consent is valid: it may have been withdrawn since. A second
  // subscription leaves the first as it is: the consent was given then.
  const insert = `insert into subscription (member_id, book_id, created_at, consent_source)
select :me, b.id, utc_timestamp(6), 'web' from book b where b.id = :book
and exists (select 1 from consent c where c.member_id = :me and c.book_id = b.id
  and c.stands = 1)
on duplicate key update consent_source = subscription.consent_source`;
  const select = `select ${SUBSCRIPTION_COLUMNS}, ${bookColumns(ctx, 'book/')}${reasonColumns(ctx, '')}
from book b left join subscription s on s.member_id = :me and s.book_id = b.id
where b.id = :book`;
  return query([insert, select], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context<MutationSubscribeToBookArgs>): BookSubscription {
  const row = one(ctx, 1);
  if (row === null) fail('BookNotFound', `bookId: no book has the id "${ctx.args.bookId}"`);
  if (instant(row.created_at) === undefined) {
    fail('Unavailable', 'The subscription was taken back at the same time');
  }
  return toBookSubscription(row);
}

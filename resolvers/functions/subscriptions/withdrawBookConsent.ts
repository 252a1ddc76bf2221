import type { Context } from '@aws-appsync/utils';
import { keepAway } from '../../../db/sql/keepAway.ts';
import type { MutationUnsubscribeFromBookArgs } from '../../generated/schema.ts';
import { memberId } from '../../lib/request/identity.ts';
import { bookId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/**
 * Withdraws the consent before the subscription is deleted: without a consent no mail is sent and
 * no subscription begins, so from here on the member has left, even if the other steps fail. If the
 * book came from a contributor or a series, that consent gets a withdrawn record for this book
 * alone, which keeps the book from coming back.
 */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const mark = `update consent set withdrawn_at = utc_timestamp(6), withdrawn_by = 'web'
where member_id = :me and book_id = :book and withdrawn_at is null`;
  const away = keepAway({ memberId: ':me', bookId: ':book', at: 'utc_timestamp(6)', by: "'web'" });
  return query([mark, away], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context) {
  return passOn(ctx);
}

import type { Context } from '@aws-appsync/utils';
import type { MutationUnsubscribeFromBookArgs } from '../../generated/schema.ts';
import { bookId } from '../../lib/bookId.ts';
import { memberId } from '../../lib/identity.ts';
import { query } from '../../lib/query.ts';
import { passOn } from '../../lib/rows.ts';

/**
 * Marks the consent before the subscription goes: without a consent no mail is sent and no subscription
 * begins, so from here on the member has left, whatever becomes of the other steps. Where the book was
 * another one of a contributor or a series, the consent to that gets a record for this book alone, which is
 * withdrawn: by it the book does not come back.
 */
export function request(ctx: Context<MutationUnsubscribeFromBookArgs>) {
  const mark = `update consent set withdrawn_at = utc_timestamp(6), withdrawn_by = 'web'
where member_id = :me and book_id = :book and withdrawn_at is null`;
  const keepAway = `insert into consent
  (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
select s.member_id, s.book_id, s.created_at, s.consent_source, max(w.wording), utc_timestamp(6), 'web'
from subscription s
join subscription_reason r on r.member_id = s.member_id and r.book_id = s.book_id
join standing_consent w on w.member_id = r.member_id and w.kind = r.kind and w.target_id = r.target_id
  and w.withdrawn_at is null
where s.member_id = :me and s.book_id = :book and not exists (
  select 1 from subscription_reason o where o.member_id = s.member_id and o.book_id = s.book_id
    and o.kind = 'BOOK')
group by s.member_id, s.book_id, s.created_at, s.consent_source
on duplicate key update withdrawn_at = consent.withdrawn_at`;
  return query([mark, keepAway], { me: memberId(ctx) ?? '', book: bookId(ctx.args.bookId) });
}

export function response(ctx: Context) {
  return passOn(ctx);
}

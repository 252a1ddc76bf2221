import type { Context } from '@aws-appsync/utils';
import { CONSENT_WORDINGS } from '../../../domain/consent/consentWordings.ts';
import type { MutationSubscribeToBookArgs } from '../../generated/schema.ts';
import { memberId } from '../../lib/request/identity.ts';
import { bookId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/**
 * Records the consent and the reason before the subscription that they allow: if the second step
 * fails, there is a consent without mails, never a mail without consent. A valid consent is not
 * recorded twice.
 */
export function request(ctx: Context<MutationSubscribeToBookArgs>) {
  const insert = `insert into consent (member_id, book_id, given_at, source, wording)
select :me, b.id, utc_timestamp(6), 'web', :wording from book b where b.id = :book
on duplicate key update wording = consent.wording`;
  const reason = `insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
select :me, b.id, 'BOOK', b.id, utc_timestamp(6) from book b
where b.id = :book and exists (
  select 1 from consent c where c.member_id = :me and c.book_id = :book and c.stands = 1)
on duplicate key update created_at = subscription_reason.created_at`;
  return query([insert, reason], {
    me: memberId(ctx) ?? '',
    book: bookId(ctx.args.bookId),
    wording: CONSENT_WORDINGS[ctx.args.wording ?? 'JA_1'],
  });
}

export function response(ctx: Context) {
  return passOn(ctx);
}

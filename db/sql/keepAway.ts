/** SQL expressions, and the origin of the stop: `'web'` or `'mail'`. */
export interface Stop {
  memberId: string;
  bookId: string;
  at: string;
  by: string;
}

/**
 * Records a withdrawn consent to a book that the member has only because of a contributor or a
 * series, so that these do not restore it. It has the subscription's date and quotes the consent to
 * the contributor or the series.
 */
export function keepAway({ memberId, bookId, at, by }: Stop): string {
  return `insert into consent
    (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
  select s.member_id, s.book_id, s.created_at, s.consent_source, max(k.wording), ${at}, ${by}
  from subscription s
  join subscription_reason r on r.member_id = s.member_id and r.book_id = s.book_id
  join standing_consent k on k.member_id = r.member_id and k.kind = r.kind
    and k.target_id = r.target_id and k.withdrawn_at is null
  where s.member_id = ${memberId} and s.book_id = ${bookId}
    and not exists (select 1 from subscription_reason o where o.member_id = s.member_id
      and o.book_id = s.book_id and o.kind = 'BOOK')
  group by s.member_id, s.book_id, s.created_at, s.consent_source
  on duplicate key update withdrawn_at = consent.withdrawn_at`;
}

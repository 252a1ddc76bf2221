/**
 * True if a subscription has lost its last reason and therefore ends. A valid consent counts as a
 * reason, because its reason may not be written yet. Both arguments are SQL expressions.
 */
export function hasNoReason(memberId: string, bookId: string): string {
  return `not exists (select 1 from subscription_reason r
      where r.member_id = ${memberId} and r.book_id = ${bookId})
    and not exists (select 1 from consent c where c.member_id = ${memberId}
      and c.book_id = ${bookId} and c.withdrawn_at is null)`;
}

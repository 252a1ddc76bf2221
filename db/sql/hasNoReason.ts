/**
 * Whether a subscription has lost its last reason, with which it ends. A consent that stands counts as one: its
 * reason may not be written yet. Both arguments are expressions of the statement.
 */
export function hasNoReason(memberId: string, bookId: string): string {
  return `not exists (select 1 from subscription_reason r
      where r.member_id = ${memberId} and r.book_id = ${bookId})
    and not exists (select 1 from consent c where c.member_id = ${memberId}
      and c.book_id = ${bookId} and c.withdrawn_at is null)`;
}

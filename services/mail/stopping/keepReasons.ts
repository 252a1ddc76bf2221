/**
 * Saves, for an undo, the member's reasons `r` that meet the condition, and the start of each
 * subscription.
 */
export function keepReasons(condition: string): string {
  return `
  insert into stopped_reason
    (member_id, book_id, kind, target_id, created_at, run_id, subscribed_at, stopped_at)
  select r.member_id, r.book_id, r.kind, r.target_id, r.created_at, r.run_id, s.created_at, :now
  from subscription_reason r
  join subscription s on s.member_id = r.member_id and s.book_id = r.book_id
  where r.member_id = :memberId and ${condition}
  on duplicate key update created_at = values(created_at), run_id = values(run_id),
    subscribed_at = values(subscribed_at), stopped_at = values(stopped_at)`;
}

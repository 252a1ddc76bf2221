/**
 * Joins that keep only those of the reasons `r` whose standing subscription and consent are valid.
 */
export const JOIN_STANDING = `join standing_subscription w on w.member_id = r.member_id
        and w.kind = r.kind and w.target_id = r.target_id and w.ended_at is null
      join standing_consent a on a.member_id = r.member_id and a.kind = r.kind
        and a.target_id = r.target_id and a.withdrawn_at is null`;

/** True if the member has not stopped the book since the reason `r` subscribed them to it. */
export const HOLDS = `not exists (select 1 from consent c where c.member_id = r.member_id
        and c.book_id = r.book_id and c.withdrawn_at >= r.created_at)`;

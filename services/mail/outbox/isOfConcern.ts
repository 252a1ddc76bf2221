import { MAIL_KINDS } from '../news/mailKinds.ts';

/**
 * When the event `e` of the run `r`, if it has one, became visible: at the end of its merge, which
 * may take minutes, or moments after a sale.
 */
export const VISIBLE_AT = 'coalesce(r.finished_at, e.occurred_at)';

/**
 * Whether the holder of the subscription `s` is told of the event `e` of the run `r`. Members who subscribed well after
 * the event became visible knew it by then; all times are the database's own, so that clocks cannot disagree. An
 * announcement concerns only those whom its merge subscribed for a contributor or a series. A move does not concern
 * those whom its merge subscribed for the first time, who never saw the old date.
 */
export const IS_OF_CONCERN = `e.kind in (${MAIL_KINDS.map((kind) => `'${kind}'`).join(', ')})
    and s.created_at <= ${VISIBLE_AT} + interval 10 second
    and case e.kind
    when 'ANNOUNCED' then exists (select 1 from subscription_reason y
      where y.member_id = s.member_id and y.book_id = s.book_id and y.kind <> 'BOOK'
        and y.run_id = e.run_id)
    when 'RESCHEDULED' then not exists (select 1 from subscription_reason y
      where y.member_id = s.member_id and y.book_id = s.book_id and y.run_id = e.run_id)
      or exists (select 1 from subscription_reason y
      where y.member_id = s.member_id and y.book_id = s.book_id and not y.run_id <=> e.run_id)
    else true end`;

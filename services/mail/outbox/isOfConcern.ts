/**
 * SQL for whether the event `e` concerns the subscription `s` by its reasons. Of an announcement hears
 * whom its merge subscribed, for a contributor or a series: whoever asked for the book later knew it by
 * then. Of a move hears nobody whom its merge subscribed for the first time: they never heard of the date
 * from before.
 */
export const IS_OF_CONCERN = `case e.kind
    when 'ANNOUNCED' then exists (select 1 from subscription_reason y
      where y.member_id = s.member_id and y.book_id = s.book_id and y.kind <> 'BOOK'
        and y.run_id = e.run_id)
    when 'RESCHEDULED' then not exists (select 1 from subscription_reason y
      where y.member_id = s.member_id and y.book_id = s.book_id and y.run_id = e.run_id)
      or exists (select 1 from subscription_reason y
      where y.member_id = s.member_id and y.book_id = s.book_id and not y.run_id <=> e.run_id)
    else true end`;

-- When the log last told that a book is on sale: it is watched from then on for a while, and not told
-- again before.
alter table book
  add column on_sale_event_at datetime(6) null,
  add key book_watched (status, on_sale_event_at, isbn);

update book b
join (
  select book_id, max(occurred_at) as occurred_at
  from book_event where kind = 'ON_SALE' group by book_id
) e on e.book_id = b.id
set b.on_sale_event_at = e.occurred_at
where b.on_sale_event_at is null;

-- The calendar counts the books of each day and of each vaguer stretch, from these two alone: what is
-- announced by how exactly it is dated, and what is on sale by when that began.
alter table book add key book_release (status, release_precision, release_order, id);
alter table book add key book_on_sale (status, on_sale_at, id);

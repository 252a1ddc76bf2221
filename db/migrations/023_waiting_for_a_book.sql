-- Who waits for a book, and since when, from the index alone: to note 100,000 members had to look up
-- each one's row for its date.
alter table subscription
  drop key subscription_book,
  add key subscription_book (book_id, member_id, created_at);

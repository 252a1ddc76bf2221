create table if not exists subscription (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  -- Where consent was given: the field that recorded it, such as `web`.
  consent_source varchar(64) character set ascii collate ascii_bin not null,
  primary key (member_id, book_id),
  key subscription_book (book_id, member_id),
  key subscription_recent (member_id, created_at, book_id)
);

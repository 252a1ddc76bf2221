-- The one log of what happened to books. Append-only but for published_at.
create table if not exists book_event (
  seq bigint not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- {"from": {"earliest", "latest", "precision", "text"}, "to": {…}} for RESCHEDULED, else null.
  release_change json null,
  occurred_at datetime(6) not null,
  -- Names the occurrence, so that a second insert of it is a no-op.
  event_key varchar(250) character set ascii collate ascii_bin not null,
  run_id varchar(100) character set ascii collate ascii_bin null,
  published_at datetime(6) null,
  primary key (seq),
  unique key book_event_key (event_key),
  key book_event_book (book_id, seq),
  key book_event_unpublished (published_at, seq)
);

-- The last seq that was given out. A writer updates this row in the transaction that inserts its
-- events, so writers wait for each other and events become visible in the order of their seq.
create table if not exists book_event_counter (
  id tinyint not null,
  last_seq bigint not null,
  primary key (id)
);

insert ignore into book_event_counter (id, last_seq) values (1, 0);

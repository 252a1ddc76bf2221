-- A member's wish to be told of each new book by a contributor, or of a series.
create table if not exists standing_subscription (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  -- CONTRIBUTOR or SERIES.
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- The contributor or the series as it was when the member asked; joined ones count by `joined_to`.
  target_id varchar(40) character set ascii collate ascii_bin not null,
  -- Of a contributor: the roles that count, as a JSON array; null for a series.
  roles json null,
  created_at datetime(6) not null,
  consent_source varchar(64) character set ascii collate ascii_bin not null,
  -- When the books that were announced already were gone through for it; null while they are to be.
  caught_up_at datetime(6) null,
  -- When it was taken back: it goes with the last of its reasons.
  ended_at datetime(6) null,
  primary key (member_id, kind, target_id),
  key standing_subscription_target (kind, target_id, member_id),
  key standing_subscription_behind (caught_up_at)
);

-- The record of each consent to one, which outlives it.
create table if not exists standing_consent (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  target_id varchar(40) character set ascii collate ascii_bin not null,
  given_at datetime(6) not null,
  source varchar(64) character set ascii collate ascii_bin not null,
  wording varchar(500) not null,
  withdrawn_at datetime(6) null,
  withdrawn_by varchar(64) character set ascii collate ascii_bin null,
  primary key (member_id, kind, target_id, given_at)
);

-- Why a member is subscribed to a book: since they asked for it (BOOK, with the book's id), or for one
-- of its contributors or its series, with the `target_id` of the standing subscription. A subscription
-- stands as long as it has a reason.
create table if not exists subscription_reason (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  target_id varchar(120) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  -- The ingest run whose merge gave it; null for what a member asked for, or what was announced before.
  run_id varchar(100) character set ascii collate ascii_bin null,
  primary key (member_id, book_id, kind, target_id),
  key subscription_reason_book (book_id, member_id)
);

insert ignore into subscription_reason (member_id, book_id, kind, target_id, created_at)
select member_id, book_id, 'BOOK', book_id, created_at from subscription;

-- Names the row of a feed that a book was last read from: while a partner sends the very same row,
-- it brings nothing new and need not be read again. Null when what the book holds is no longer what
-- one row says. The id of one volume among several goes with it.
alter table book
  add column row_hash char(22) character set ascii collate ascii_bin null,
  add column volume_id varchar(120) character set ascii collate ascii_bin null,
  add key book_row_hash (row_hash, source_updated_at),
  add key book_profile_status (profile, status, absences);

alter table ingest_run
  -- How far the reading is: bytes of the object as it lies in the bucket, and records.
  add column bytes_total bigint null,
  add column bytes_read bigint not null default 0,
  add column rows_read int not null default 0,
  -- Staged rows that do not bring the whole of a book.
  add column partial_count int not null default 0,
  -- The time of rows without one of their own, where the file gives it.
  add column stated_at datetime(6) null,
  -- The run that was merged last when the reading of this one began: another one since then may
  -- have changed books whose rows were recognized.
  add column known_since varchar(100) character set ascii collate ascii_bin null;

-- Rows that are just what their books were last read from.
create table if not exists ingest_known (
  run_id varchar(100) character set ascii collate ascii_bin not null,
  record_no int not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  row_hash char(22) character set ascii collate ascii_bin not null,
  source_updated_at datetime(6) null,
  primary key (run_id, record_no),
  key ingest_known_book (run_id, book_id)
);

-- All other rows of one run on their way into book. A row lies here from its reading to its merge.
drop table if exists ingest_stage;

create table ingest_stage (
  run_id varchar(100) character set ascii collate ascii_bin not null,
  record_no int not null,
  -- UPSERT, CANCEL, PRICE or HOLD: what the row asks for. SEEN: a rejected row, kept so that its
  -- book does not count as absent.
  action varchar(8) character set ascii collate ascii_bin not null,
  -- The id of a book that is alone under its ISBN, and the id of one volume among several.
  book_id varchar(120) character set ascii collate ascii_bin not null,
  volume_id varchar(120) character set ascii collate ascii_bin not null,
  record_key varchar(191) collate utf8mb4_bin not null,
  isbn char(13) character set ascii collate ascii_bin null,
  content_hash char(64) character set ascii collate ascii_bin not null,
  row_hash char(22) character set ascii collate ascii_bin null,
  source_updated_at datetime(6) null,
  -- What the row says, as a JSON array in the order of ingest/stage/content.ts: it is taken apart
  -- only for books that it changes.
  content mediumtext null,
  -- The book that the row is about. A whole row begins with the plain id.
  target_id varchar(120) character set ascii collate ascii_bin null,
  -- Written by the merge: what became of the row, what it tells. Of a fixed size from the beginning,
  -- since a row that grows costs several times as much to update.
  outcome enum('OPEN', 'CREATED', 'CHANGED', 'UNCHANGED', 'HELD', 'REJECTED') not null default 'OPEN',
  event_kind enum('NONE', 'ANNOUNCED', 'RESCHEDULED', 'CANCELLED', 'REVIVED') not null default 'NONE',
  release_change json null,
  primary key (run_id, record_no),
  key ingest_stage_record (run_id, record_key),
  key ingest_stage_isbn (run_id, isbn),
  key ingest_stage_target (run_id, target_id)
);

create table if not exists ingest_run (
  id varchar(100) character set ascii collate ascii_bin not null,
  profile varchar(32) character set ascii collate ascii_bin not null,
  file_key varchar(500) not null,
  content_hash char(64) character set ascii collate ascii_bin null,
  state varchar(12) character set ascii collate ascii_bin not null,
  base_date date null,
  byte_count bigint not null default 0,
  record_count int not null default 0,
  created_count int not null default 0,
  changed_count int not null default 0,
  unchanged_count int not null default 0,
  held_count int not null default 0,
  rejected_count int not null default 0,
  reason_code varchar(40) character set ascii collate ascii_bin null,
  reason varchar(1000) null,
  approved_by varchar(64) null,
  approved_at datetime(6) null,
  started_at datetime(6) not null,
  finished_at datetime(6) null,
  primary key (id),
  key ingest_run_recent (started_at, id)
);

create table if not exists ingest_reject (
  run_id varchar(100) character set ascii collate ascii_bin not null,
  record_no int not null,
  line int not null,
  byte_offset bigint not null,
  column_name varchar(100) null,
  reason_code varchar(40) character set ascii collate ascii_bin not null,
  reason varchar(1000) not null,
  raw_row mediumtext not null,
  primary key (run_id, record_no)
);

-- The rows of one run on their way into book: the columns of book, as the file gives them.
create table if not exists ingest_stage (
  run_id varchar(100) character set ascii collate ascii_bin not null,
  record_no int not null,
  line int not null,
  byte_offset bigint not null,
  -- UPSERT, CANCEL, PRICE or HOLD: what the row asks for. SEEN: a rejected row, kept so that its
  -- book does not count as absent.
  action varchar(8) character set ascii collate ascii_bin not null,
  -- The id of a book that is alone under its ISBN, and the id of one volume among several.
  book_id varchar(120) character set ascii collate ascii_bin not null,
  volume_id varchar(120) character set ascii collate ascii_bin not null,
  record_key varchar(191) collate utf8mb4_bin not null,
  isbn char(13) character set ascii collate ascii_bin null,
  title varchar(500) null,
  subtitle varchar(500) null,
  title_reading varchar(500) null,
  volume varchar(200) null,
  edition varchar(200) null,
  contributors json not null,
  publisher varchar(200) null,
  seller varchar(200) null,
  label varchar(200) null,
  series json not null,
  price int null,
  price_with_tax int null,
  set_price int null,
  tax_rate int null,
  form varchar(200) null,
  pages varchar(200) null,
  description text null,
  cover_url varchar(2000) null,
  release_earliest date null,
  release_latest date null,
  release_precision varchar(16) character set ascii collate ascii_bin null,
  release_text varchar(200) null,
  release_order char(16) character set ascii collate ascii_bin null,
  content_hash char(64) character set ascii collate ascii_bin not null,
  source_updated_at datetime(6) null,
  -- The row as the file had it, for those that the merge may still reject.
  raw_row mediumtext null,
  -- Written by the merge: the book that the row is about, what became of the row, what it tells.
  target_id varchar(120) character set ascii collate ascii_bin null,
  outcome varchar(9) character set ascii collate ascii_bin null,
  event_kind varchar(12) character set ascii collate ascii_bin null,
  release_change json null,
  primary key (run_id, record_no),
  key ingest_stage_record (run_id, record_key),
  key ingest_stage_isbn (run_id, isbn),
  key ingest_stage_target (run_id, target_id)
);

-- Merges wait for each other at this one row.
create table if not exists ingest_merge_lock (
  id tinyint not null,
  run_id varchar(100) character set ascii collate ascii_bin null,
  primary key (id)
);

insert ignore into ingest_merge_lock (id) values (1);

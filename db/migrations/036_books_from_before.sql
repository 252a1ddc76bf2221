-- What the book of a whole row will be found by. Before the content, which is read for changed rows alone.
alter table ingest_stage
  add column search_text text character set utf8mb4 collate utf8mb4_bin null after source_updated_at;

-- How far books from before have got what each new one is given when it is merged: see ingest/backfill/.
create table if not exists book_backfill (
  id tinyint not null,
  -- What they are given; another number begins anew.
  version int not null,
  -- The book that was done last, by its id.
  last_id varchar(120) character set ascii collate ascii_bin not null,
  is_done tinyint(1) not null,
  primary key (id)
);

insert ignore into book_backfill (id, version, last_id, is_done) values (1, 0, '', 0);

-- What names of contributors and series are suggested by, folded: each name and each reading from its
-- first character on, from its second on, and so forth, as it begins so.
create table if not exists catalogue_name (
  -- CONTRIBUTOR or SERIES.
  kind varchar(12) character set ascii collate ascii_bin not null,
  -- Whether it is the rest of a name and not the whole.
  is_rest tinyint(1) not null,
  folded varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  target_id varchar(40) character set ascii collate ascii_bin not null,
  primary key (kind, is_rest, folded, target_id),
  key catalogue_name_target (kind, target_id)
);

-- Of which reading, and by which folding, a contributor or a series has its rows there.
create table if not exists catalogue_named (
  kind varchar(12) character set ascii collate ascii_bin not null,
  target_id varchar(40) character set ascii collate ascii_bin not null,
  folding smallint not null,
  reading varchar(500) null,
  primary key (kind, target_id)
);

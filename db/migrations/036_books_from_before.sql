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

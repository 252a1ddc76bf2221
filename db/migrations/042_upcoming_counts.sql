-- Contributors and series whose upcoming books are to be counted anew, noted in the transaction that has
-- changed them. Rows are only added, with a number each, so that nobody who notes one waits for who counts
-- or for a merge that is under way; one that is noted twice is there twice.
create table if not exists catalogue_recount (
  number bigint unsigned not null auto_increment,
  -- CONTRIBUTOR or SERIES.
  kind varchar(12) character set ascii collate ascii_bin not null,
  target_id varchar(40) character set ascii collate ascii_bin not null,
  primary key (number)
);

-- Who counts does so alone, and notes everybody once a day: whatever has been changed without a note, as by
-- the version before this one, is counted then.
create table if not exists catalogue_recount_turn (
  id tinyint not null,
  all_noted_on date not null,
  primary key (id)
);

insert ignore into catalogue_recount_turn (id, all_noted_on) values (1, utc_date());

-- How many books are upcoming of all that it is one with, as they were counted last.
alter table catalogue_named
  add column upcoming_count int not null default 0;

-- By powers of two how many that is, 0 where there is none: what begins so is read from the most popular on,
-- and the many who have nothing to come are never read.
alter table catalogue_name
  add column popularity tinyint not null default 0,
  add key catalogue_name_popular (kind, is_rest, popularity, folded);

-- Whoever has names already is counted within some minutes.
insert into catalogue_recount (kind, target_id) select kind, target_id from catalogue_named;

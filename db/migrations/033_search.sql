-- What a book can be found by, folded for matching and never shown. A book that can be listed as
-- upcoming has a row; any other may have one from when it could.
create table if not exists book_text (
  -- Its number in the postings, which are many: four bytes there in place of the id. It stays with the
  -- book, so that those announced earlier have the smaller ones.
  number int unsigned not null auto_increment,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  -- By which folding it was written: another one is written anew.
  folding smallint not null,
  -- Where it stands in the postings: its place on the list by date. Null while it is not there.
  release_rank int unsigned null,
  folded text character set utf8mb4 collate utf8mb4_bin not null,
  primary key (number),
  unique key book_text_book (book_id),
  -- The whole list in its order, for what nearly every book contains.
  key book_text_listed (release_rank)
);

-- Each two neighbouring characters of a text, in the order of the list of upcoming books. There is no
-- key by book: its postings are found by its text.
create table if not exists book_gram (
  -- The two characters as one number, by which those that begin with one character stand together.
  gram bigint unsigned not null,
  release_rank int unsigned not null,
  number int unsigned not null,
  primary key (gram, release_rank, number)
);

-- The places of a text, from 1: to take one apart by a join. Longer texts are cut.
create table if not exists text_place (
  place smallint unsigned not null,
  primary key (place)
);

insert ignore into text_place (place)
with recursive step (n) as (select 0 union all select n + 1 from step where n < 62)
select high.n * 63 + low.n + 1 from step high join step low;

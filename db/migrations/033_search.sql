-- What a book can be found by, folded for matching and never shown. A book that can be listed as
-- upcoming has a row; any other may have none.
create table if not exists book_text (
  -- Its number in the postings, which are many: four bytes there in place of the id.
  number int unsigned not null auto_increment,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  -- By which folding it was written: another one is written anew.
  folding smallint not null,
  folded text character set utf8mb4 collate utf8mb4_bin not null,
  primary key (number),
  unique key book_text_book (book_id)
);

-- Each two neighbouring characters of a text, in the order of the list of upcoming books.
create table if not exists book_gram (
  gram char(2) character set utf8mb4 collate utf8mb4_bin not null,
  release_order char(16) character set ascii collate ascii_bin not null,
  number int unsigned not null,
  primary key (gram, release_order, number),
  key book_gram_book (number)
);

-- Records that a book had before its partner gave it another one: what is still said of them is old.
create table if not exists book_former_record (
  profile varchar(32) character set ascii collate ascii_bin not null,
  record_key varchar(191) collate utf8mb4_bin not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  primary key (profile, record_key)
);

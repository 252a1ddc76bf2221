-- Those who had a part in books. Each name is one of these; names that operators have joined share
-- their `contributor_id` in book_contributor.
create table if not exists contributor (
  -- Made of the folded name, so that a rebuild from the same files gives the same.
  id varchar(40) character set ascii collate ascii_bin not null,
  -- The name as it is compared.
  name_key varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
  -- As the first feed worded it.
  name varchar(500) not null,
  reading varchar(500) null,
  -- Of which run the reading is, by its time: the order of rows within one must not count.
  reading_at datetime(6) null,
  -- The contributor that this name belongs to since operators joined them; its own id when it stands
  -- for itself. Never the id of one that is itself joined to another.
  joined_to varchar(40) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  primary key (id),
  unique key contributor_name (name_key),
  key contributor_joined (joined_to)
);

-- Who had which part in which book: a row for each part, as 編著 is two.
create table if not exists book_contributor (
  book_id varchar(120) character set ascii collate ascii_bin not null,
  -- The place of the statement on the book, from 0.
  place smallint not null,
  role varchar(16) character set ascii collate ascii_bin not null,
  -- The name that the feed states, and whom it stands for.
  stated_id varchar(40) character set ascii collate ascii_bin not null,
  contributor_id varchar(40) character set ascii collate ascii_bin not null,
  primary key (book_id, place, role),
  key book_contributor_contributor (contributor_id, book_id, role),
  key book_contributor_stated (stated_id, book_id)
);

-- Series, by the same rules.
create table if not exists series (
  id varchar(40) character set ascii collate ascii_bin not null,
  name_key varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
  name varchar(500) not null,
  reading varchar(500) null,
  reading_at datetime(6) null,
  joined_to varchar(40) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  primary key (id),
  unique key series_name (name_key),
  key series_joined (joined_to)
);

-- The series that a book was recognized to be a volume of.
create table if not exists book_series (
  book_id varchar(120) character set ascii collate ascii_bin not null,
  stated_id varchar(40) character set ascii collate ascii_bin not null,
  series_id varchar(40) character set ascii collate ascii_bin not null,
  -- The number of the volume, where it is one: 上 is 1; null where it has none.
  volume_number decimal(8, 2) null,
  primary key (book_id),
  key book_series_series (series_id, volume_number, book_id),
  key book_series_stated (stated_id, book_id)
);

-- What operators have joined, and taken apart again.
create table if not exists catalogue_join (
  id varchar(40) character set ascii collate ascii_bin not null,
  -- CONTRIBUTOR or SERIES.
  kind varchar(12) character set ascii collate ascii_bin not null,
  from_id varchar(40) character set ascii collate ascii_bin not null,
  into_id varchar(40) character set ascii collate ascii_bin not null,
  -- The member id of the operator.
  joined_by varchar(64) character set ascii collate ascii_bin not null,
  joined_at datetime(6) not null,
  separated_by varchar(64) character set ascii collate ascii_bin null,
  separated_at datetime(6) null,
  primary key (id),
  key catalogue_join_recent (kind, joined_at, id)
);

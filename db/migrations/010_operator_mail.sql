-- What operators are told by mail: a row for each execution, each thing told of it and each address,
-- so that nobody is told twice.
create table if not exists operator_mail (
  execution varchar(100) collate utf8mb4_bin not null,
  -- HELD, REFUSED, FAILED, TIMED_OUT or ABORTED.
  told varchar(12) character set ascii collate ascii_bin not null,
  address varchar(254) character set ascii collate ascii_bin not null,
  -- PENDING until SES has taken it (SENT) or refused it for good (FAILED, with the reason).
  state varchar(12) character set ascii collate ascii_bin not null,
  attempt int not null default 0,
  lease_token varchar(36) character set ascii collate ascii_bin null,
  lease_until datetime(6) null,
  message_id varchar(100) character set ascii collate ascii_bin null,
  reason varchar(1000) null,
  created_at datetime(6) not null,
  settled_at datetime(6) null,
  primary key (execution, told, address)
);

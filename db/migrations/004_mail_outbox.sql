-- One row for each thing that one member is to be told.
create table if not exists mail_outbox (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  event_seq bigint not null,
  -- Which sender takes it: crc32(member_id) mod 16, so that all of a member's rows meet in one mail.
  shard tinyint not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  -- Rows that go out in one mail share a key, and keep it through every attempt.
  mail_key varchar(64) character set ascii collate ascii_bin null,
  attempt int not null default 0,
  lease_token char(36) character set ascii collate ascii_bin null,
  lease_until datetime(6) null,
  ses_message_id varchar(100) character set ascii collate ascii_bin null,
  reason varchar(500) null,
  created_at datetime(6) not null,
  settled_at datetime(6) null,
  primary key (member_id, event_seq),
  key mail_outbox_due (state, shard, member_id),
  key mail_outbox_key (mail_key)
);

-- How far the log has been read into the outbox.
create table if not exists mail_cursor (
  id tinyint not null,
  last_seq bigint not null,
  primary key (id)
);

insert ignore into mail_cursor (id, last_seq) values (1, 0);

create table if not exists suppression (
  email_hash char(64) character set ascii collate ascii_bin not null,
  reason varchar(32) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  primary key (email_hash)
);

create table if not exists consent (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  given_at datetime(6) not null,
  source varchar(64) character set ascii collate ascii_bin not null,
  wording varchar(500) not null,
  withdrawn_at datetime(6) null,
  primary key (member_id, given_at)
);

-- What a link of a mail has taken away, for the day on which it can be brought back as it was. The
-- record of each consent is kept elsewhere, for good.
create table if not exists stopped_standing (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  target_id varchar(40) character set ascii collate ascii_bin not null,
  roles json null,
  created_at datetime(6) not null,
  consent_source varchar(64) character set ascii collate ascii_bin not null,
  stopped_at datetime(6) not null,
  primary key (member_id, kind, target_id),
  key stopped_standing_old (stopped_at)
);

create table if not exists stopped_reason (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  target_id varchar(120) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  run_id varchar(100) character set ascii collate ascii_bin null,
  -- Since when the member had the subscription that this was a reason of.
  subscribed_at datetime(6) not null,
  stopped_at datetime(6) not null,
  primary key (member_id, book_id, kind, target_id),
  key stopped_reason_target (member_id, kind, target_id, stopped_at),
  key stopped_reason_old (stopped_at)
);

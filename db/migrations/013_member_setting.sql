-- What a member has chosen about mails. Who has chosen nothing has no row: Japanese, and mails come.
create table if not exists member_setting (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  -- ja or en.
  language char(2) character set ascii collate ascii_bin not null,
  -- Since when no mail may be sent to the member at all; null while mails may come.
  mail_stopped_at datetime(6) null,
  -- Where it was stopped, such as `mail` for a link in a mail.
  mail_stopped_by varchar(64) character set ascii collate ascii_bin null,
  updated_at datetime(6) not null,
  primary key (member_id)
);

-- The record of each consent, which outlives the subscription that it allowed. The table of this
-- name that was there before has never been written to.
drop table if exists consent;
create table consent (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  book_id varchar(120) character set ascii collate ascii_bin not null,
  given_at datetime(6) not null,
  -- Where it was given, such as `web`.
  source varchar(64) character set ascii collate ascii_bin not null,
  -- The words that the member agreed to.
  wording varchar(500) not null,
  withdrawn_at datetime(6) null,
  -- Where it was taken back: `web`, or `mail` for a link in a mail.
  withdrawn_by varchar(64) character set ascii collate ascii_bin null,
  primary key (member_id, book_id, given_at)
);

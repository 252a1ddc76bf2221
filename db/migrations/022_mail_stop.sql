-- The record of each time that a member stopped all mails, and let them come again. What holds now is
-- member_setting.mail_stopped_at.
create table if not exists mail_stop (
  member_id varchar(64) character set ascii collate ascii_bin not null,
  stopped_at datetime(6) not null,
  -- Where: `web`, or `mail` for a link in a mail. A stop by both has a row for each.
  stopped_by varchar(64) character set ascii collate ascii_bin not null,
  resumed_at datetime(6) null,
  resumed_by varchar(64) character set ascii collate ascii_bin null,
  primary key (member_id, stopped_at, stopped_by)
);

insert ignore into mail_stop (member_id, stopped_at, stopped_by, resumed_at, resumed_by)
select member_id, mail_stopped_at, coalesce(mail_stopped_by, 'web'), null, null
from member_setting where mail_stopped_at is not null;

-- Mails that were given up and put back by an operator.
alter table mail_outbox
  -- Whether an attempt before that may have reached the member all the same.
  add column may_have_arrived tinyint(1) not null default 0,
  add column retried_at datetime(6) null,
  -- The member id of the operator.
  add column retried_by varchar(64) character set ascii collate ascii_bin null,
  -- Operators read what became of mails, the newest first, a state at a time.
  add key mail_outbox_fate (state, settled_at, mail_key);

-- Who has stopped mails may never have chosen a language: null is Japanese.
alter table member_setting
  modify column language char(2) character set ascii collate ascii_bin null;

-- Subscriptions from before consent was recorded: when and where it was given is known, and what the
-- button said, which was all that it said.
insert ignore into consent
  (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
select member_id, book_id, created_at, consent_source, '発売を知らせて', null, null
from subscription;

-- A member reads what they were told by mail, the newest first.
alter table mail_outbox add key mail_outbox_member (member_id, settled_at, mail_key);

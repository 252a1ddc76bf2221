-- What waits for the morning is passed over: with 100,000 rows waiting, a claim looked at each of them.
alter table mail_outbox
  drop key mail_outbox_due,
  add key mail_outbox_due (state, shard, lease_until, member_id);

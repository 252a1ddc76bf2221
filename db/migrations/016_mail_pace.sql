-- From when on the next mail may be handed to SES: all senders take their turns from this one row.
create table if not exists mail_pace (
  id tinyint not null,
  next_at datetime(6) not null,
  -- Whoever changes the row has seen this version of it.
  version bigint not null,
  primary key (id)
);

insert ignore into mail_pace (id, next_at, version) values (1, '2000-01-01', 0);

-- Who works on a share of the outbox at present. One run of the workflow begins each minute and may
-- take hours: without this, each would add its senders to those that are at work already.
create table if not exists mail_sender (
  -- The number of the share, as `mail/planSenders.ts` counts them.
  sender tinyint not null,
  token varchar(36) character set ascii collate ascii_bin not null,
  -- Who died leaves the share at this time.
  until_at datetime(6) not null,
  primary key (sender)
);

insert ignore into mail_sender (sender, token, until_at) values
  (0, '', '2000-01-01'), (1, '', '2000-01-01'), (2, '', '2000-01-01'), (3, '', '2000-01-01'),
  (4, '', '2000-01-01'), (5, '', '2000-01-01'), (6, '', '2000-01-01'), (7, '', '2000-01-01'),
  (8, '', '2000-01-01'), (9, '', '2000-01-01'), (10, '', '2000-01-01'), (11, '', '2000-01-01'),
  (12, '', '2000-01-01'), (13, '', '2000-01-01'), (14, '', '2000-01-01'), (15, '', '2000-01-01');

-- Work that one process does at a time. One run of the release workflow begins each minute and may
-- take hours: without this, each would add its publisher and its senders to those at work already.
create table if not exists hold (
  -- `publish`, or `send/3` for a share of the outbox.
  name varchar(32) character set ascii collate ascii_bin not null,
  token varchar(36) character set ascii collate ascii_bin not null,
  -- Who died lets go at this time.
  until_at datetime(6) not null,
  primary key (name)
);

insert ignore into hold (name, token, until_at) values
  ('publish', '', '2000-01-01'), ('send/0', '', '2000-01-01'), ('send/1', '', '2000-01-01'),
  ('send/2', '', '2000-01-01'), ('send/3', '', '2000-01-01'), ('send/4', '', '2000-01-01'),
  ('send/5', '', '2000-01-01'), ('send/6', '', '2000-01-01'), ('send/7', '', '2000-01-01'),
  ('send/8', '', '2000-01-01'), ('send/9', '', '2000-01-01'), ('send/10', '', '2000-01-01'),
  ('send/11', '', '2000-01-01'), ('send/12', '', '2000-01-01'), ('send/13', '', '2000-01-01'),
  ('send/14', '', '2000-01-01'), ('send/15', '', '2000-01-01');

-- Tries to sign in, of each account, address and known device: when the last ones were let through.
create table if not exists sign_in_throttle (
  -- `a:` address, `d:` device, `l:` login, `m:` member, and a keyed hash. Rows are always locked in
  -- this order, so that no two tries wait for each other.
  subject char(66) character set ascii collate ascii_bin not null,
  -- The newest first, each in 20 characters: milliseconds since 1970 in 13 digits, and 7 letters that
  -- tell it from another of the same millisecond. No more of them than the limit.
  tries varchar(2000) character set ascii collate ascii_bin not null,
  last_at datetime(6) not null,
  primary key (subject),
  key sign_in_throttle_last (last_at)
);

-- All passwords that are checked, in two shares of the same size: of known devices, and of others.
create table if not exists sign_in_pace (
  share varchar(8) character set ascii collate ascii_bin not null,
  -- When all that was let through is worked off at the pace that is allowed.
  free_at datetime(6) not null,
  primary key (share)
);

insert ignore into sign_in_pace (share, free_at) values
  ('known', '2000-01-01'), ('other', '2000-01-01');

-- What counted in windows of 15 minutes; only the version before still writes to it.
delete from sign_in_attempt;

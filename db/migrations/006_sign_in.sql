create table if not exists refresh_token (
  token_hash char(64) character set ascii collate ascii_bin not null,
  -- All tokens that descend from one sign-in; reuse of a spent one ends them all.
  family_id char(36) character set ascii collate ascii_bin not null,
  member_id varchar(64) character set ascii collate ascii_bin not null,
  -- HMAC of the shop's stored password hash: when it no longer matches, the family ends.
  password_mark char(64) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  spent_at datetime(6) null,
  ended_at datetime(6) null,
  primary key (token_hash),
  key refresh_token_family (family_id),
  key refresh_token_member (member_id)
);

-- Failed sign-ins, counted per account and per address in windows.
create table if not exists sign_in_attempt (
  subject char(64) character set ascii collate ascii_bin not null,
  window_start datetime(6) not null,
  failures int not null,
  primary key (subject, window_start)
);

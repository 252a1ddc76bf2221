-- What begins with one sign-in and ends with its refresh tokens. Whether it has ended stands here and
-- no longer in refresh_token.ended_at.
create table if not exists member_session (
  -- refresh_token.family_id, and `sid` in access tokens. No secret: nothing is given for it.
  id char(36) character set ascii collate ascii_bin not null,
  member_id varchar(64) character set ascii collate ascii_bin not null,
  -- HMAC of the shop's stored password hash at the sign-in.
  password_mark char(64) character set ascii collate ascii_bin not null,
  expires_at datetime(6) not null,
  -- When its last access token was given.
  token_at datetime(6) not null,
  -- When the shop is asked next whether all is as it was; null when no live connection can be left.
  check_at datetime(6) null,
  ended_at datetime(6) null,
  primary key (id),
  key member_session_check (check_at),
  key member_session_ended (ended_at),
  key member_session_expires (expires_at)
);

insert ignore into member_session
  (id, member_id, password_mark, expires_at, token_at, check_at, ended_at)
select family_id, min(member_id), min(password_mark), min(expires_at), max(created_at), null,
  max(ended_at)
from refresh_token group by family_id;

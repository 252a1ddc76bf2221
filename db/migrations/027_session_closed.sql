-- closed_at: when the live connections of an ended session were last closed, so that those whose turn
-- it is come first. The key: the sessions of one member, which an operator ends by hand.
--
-- Left from before there were sessions, and dropped when no function that runs can write to them:
-- refresh_token.ended_at, its key refresh_token_member, and the table sign_in_attempt.
alter table member_session
  add column closed_at datetime(6) null,
  add key member_session_member (member_id);

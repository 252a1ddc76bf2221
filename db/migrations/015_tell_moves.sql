-- What the profile said of a file when it was read, so that telling needs no profile: members do not
-- hear of a move by fewer days than this.
alter table ingest_run add column tell_moves_from_days int not null default 1;

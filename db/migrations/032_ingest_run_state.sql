-- Operators ask for the runs of one state, such as those that wait for them, the newest first.
alter table ingest_run add key ingest_run_state (state, started_at, id);

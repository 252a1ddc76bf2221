-- By which version of ingest/backfill/ the rows of a run were made; null before there was one. What a run
-- of another version brings is done anew with the books from before.
alter table ingest_run add column given_version int null;

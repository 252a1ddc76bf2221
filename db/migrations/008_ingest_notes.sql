-- What an operator should know of a file beside its rejects: unknown columns, mended cells, words
-- that the lexicon of roles lacks, doubts about the encoding.
alter table ingest_run add column notes json null;

-- The merged run that brought the very same bytes before; nothing was merged again.
alter table ingest_run add column repeat_of varchar(100) character set ascii collate ascii_bin null;

-- Who let a held run go without merging it, and when.
alter table ingest_run add column discarded_by varchar(64) null;
alter table ingest_run add column discarded_at datetime(6) null;

-- What a merge would come to, told before anybody decides: counts, and the first events of each kind.
alter table ingest_run add column preview json null;

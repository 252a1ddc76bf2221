-- What the profile said of a file when it was read, so that the merge needs no profile: after how
-- many full files without a book the book is unconfirmed; null when the file is not a full one.
alter table ingest_run add column unconfirmed_after int null;

-- Full files in a row that did not list the book.
alter table book add column absences int not null default 0;

-- Whoever follows one kind of event looks for news of it again and again, and mostly finds none.
alter table book_event add key book_event_kind (kind, seq);

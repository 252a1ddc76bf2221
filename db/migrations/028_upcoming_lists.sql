-- The list of upcoming books narrowed down to a publisher, a label or a form, in its order; and how many
-- books each of them has, from the index alone. One key in each statement, so that one that is there
-- already stands in the way of no other.
alter table book add key book_upcoming_publisher (status, publisher, release_order, id);
alter table book add key book_upcoming_label (status, label, release_order, id);
alter table book add key book_upcoming_form (status, form, release_order, id);

-- The list by when the books were announced.
alter table book add key book_announced (status, created_at, id);

-- The key by publisher has taken its place.
alter table book drop key book_publisher;

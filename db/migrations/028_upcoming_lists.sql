-- The list of upcoming books narrowed down to a publisher, a label or a form, in its order; and how many
-- books each of them has, from the index alone. The key by publisher takes the place of the former one.
alter table book
  drop key book_publisher,
  add key book_upcoming_publisher (status, publisher, release_order, id),
  add key book_upcoming_label (status, label, release_order, id),
  add key book_upcoming_form (status, form, release_order, id),
  -- The list by when the books were announced.
  add key book_announced (status, created_at, id);

-- What was joined is a forest: whoever is joined to another has one join that stands, and so an operator
-- can take apart any of them in any order. `joined_to` and the links of books follow from those that stand.
alter table catalogue_join
  -- What the operator named; `from_id` and `into_id` are what these had been joined to before.
  add column asked_from_id varchar(40) character set ascii collate ascii_bin null,
  add column asked_into_id varchar(40) character set ascii collate ascii_bin null,
  -- 1 while it stands; null when it was taken apart, so that the key lets it be joined again.
  add column stands tinyint null,
  add unique key catalogue_join_from (kind, from_id, stands),
  add key catalogue_join_into (kind, into_id, stands);

-- At most one consent stands for each thing that a member waits for. A key keeps it so, and no look for
-- another before the insert: two members whose rows are neighbours would lock the gap between them for
-- each other, and one of the two would be refused.
alter table consent
  -- 1 while it stands, null once it is withdrawn.
  add column stands tinyint generated always as (case when withdrawn_at is null then 1 end) virtual;
alter table consent add unique key consent_stands (member_id, book_id, stands);

alter table standing_consent
  add column stands tinyint generated always as (case when withdrawn_at is null then 1 end) virtual;
alter table standing_consent add unique key standing_consent_stands (member_id, kind, target_id, stands);

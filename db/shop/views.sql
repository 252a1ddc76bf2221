-- The two read-only views that Shinkan requires of the shop, here for the sample shop's tables. A
-- real shop writes its own selects with the same view names and columns.
create or replace view shop_member as
select
  cast(c.customer_no as char(64)) as member_id,
  c.login_name as login,
  c.password as password_hash,
  c.mail_address as email,
  c.nickname as display_name,
  case when c.withdrawn_on is null then 1 else 0 end as enabled
from customers c;

create or replace view shop_book as
select
  p.isbn13 as isbn,
  p.sale_start as on_sale_at,
  p.page_url as product_url
from products p
where p.sale_flag = 1;

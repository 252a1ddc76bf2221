-- A sample shop, as an older Java application might store it. Times are UTC.
create table if not exists customers (
  customer_no int not null auto_increment,
  login_name varchar(64) not null,
  password varchar(200) not null,
  mail_address varchar(254) not null,
  nickname varchar(100) not null,
  withdrawn_on date null,
  primary key (customer_no),
  unique key customers_login (login_name)
);

create table if not exists products (
  product_no int not null auto_increment,
  isbn13 char(13) not null,
  sale_flag tinyint not null default 0,
  sale_start datetime null,
  page_url varchar(500) not null,
  primary key (product_no),
  unique key products_isbn (isbn13),
  key products_sale_start (sale_start)
);

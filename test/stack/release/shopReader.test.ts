import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../db/database.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { testStack } from '../../../tools/testing/testStack.ts';

const { resources, shop, endpoints } = testStack();
const client = new RDSDataClient({ ...clientSettings, endpoint: endpoints.rdsData });

/** The shop’s database through the cluster and the secret that the product uses. */
const reader = (database = shop.database): Database =>
  openDatabase(
    { clusterArn: resources.shopClusterArn, secretArn: resources.shopSecretArn, database },
    client,
  );

let owner: Awaited<ReturnType<typeof createConnection>>;
beforeAll(async () => {
  const { socketPath, user, database } = shop;
  owner = await createConnection({ socketPath, user, database });
});
afterAll(async () => {
  client.destroy();
  await owner.end();
});

/** The shop’s data and definitions, as one text. */
async function theWholeShop(): Promise<string> {
  const parts = [];
  for (const sql of [
    'select * from customers order by customer_no',
    // Other tests may have left titles; none of them changes one while this one runs.
    'select * from products order by product_no',
    'show full tables',
    'show create table customers',
    'show create table products',
    'show create view shop_book',
    'show create view shop_member',
  ]) {
    parts.push((await owner.query(sql))[0]);
  }
  return JSON.stringify(parts);
}

describe('the database user that the shop grants us', () => {
  it('the shop’s reader can read the two views', async () => {
    for (const view of ['shop_member', 'shop_book']) {
      expect(await reader().query(`select count(*) as rows_seen from ${view}`)).toHaveLength(1);
    }
  });

  it('the shop’s reader sees nothing else there, and no other database', async () => {
    expect(
      await reader().query(
        `select table_name as name from information_schema.tables
         where table_schema not in ('information_schema', 'performance_schema') order by table_name`,
      ),
    ).toEqual([{ name: 'shop_book' }, { name: 'shop_member' }]);
  });

  it.each([
    ['reading', 'select * from customers'],
    ['reading', 'select * from products'],
    ['reading', 'select count(*) from shinkan.book'],
    ['reading', 'select user from mysql.user'],
    ['reading', 'show create view shop_member'],
    ['insert', "insert into shop_book (isbn, product_url) values ('9784999999002', '')"],
    [
      'insert',
      `insert into customers (login_name, password, mail_address, nickname)
       values ('x', 'x', 'x@shop.example', 'x')`,
    ],
    ['insert', "replace into products (isbn13, page_url) values ('9784999999002', '')"],
    ['update', "update shop_member set password_hash = 'x'"],
    ['update', 'update shop_book set on_sale_at = null'],
    ['update', 'update customers set withdrawn_on = null'],
    [
      'update',
      `update json_table('["1"]', '$[*]' columns (id varchar(64) path '$')) as w
       straight_join shop_member m on m.member_id = w.id set m.login = 'x'`,
    ],
    ['delete', 'delete from shop_member'],
    ['delete', 'delete from shop_book'],
    ['delete', 'delete from products'],
    ['DDL', 'truncate table products'],
    ['DDL', 'drop view shop_book'],
    ['DDL', 'drop table customers'],
    ['DDL', 'alter table customers add column seen int'],
    ['DDL', 'create table mine (a int)'],
    ['DDL', 'create or replace view shop_book as select 1 as isbn'],
    ['DDL', 'create index mine on products (page_url)'],
    ['DDL', 'create trigger mine before insert on products for each row set new.sale_flag = 1'],
    ['DDL', 'create procedure mine() select 1'],
    ['DDL', 'drop database shop'],
    ['DDL', 'create database mine'],
    ['rights', 'grant select on shop_book to shop_reader@localhost'],
    ['rights', 'create user mine@localhost'],
    ['rights', 'set global max_connections = 1'],
    ['files', "select isbn from shop_book into outfile '/tmp/shinkan-shop-book'"],
  ])('the shop’s reader is denied %s: %s', async (_what, sql) => {
    const before = await theWholeShop();
    await expect(reader().execute(sql)).rejects.toMatchObject({
      name: expect.stringMatching(/^(DatabaseErrorException|BadRequestException)$/),
      message: expect.stringMatching(/denied|you need|privilege/i),
    });
    expect(await theWholeShop()).toBe(before);
  });

  it('the shop’s reader is denied in our own database, and our own user in the shop’s', async () => {
    await expect(reader('shinkan').query('select 1')).rejects.toThrow(/denied/i);
    const own = openDatabase(
      {
        clusterArn: resources.clusterArn,
        secretArn: resources.secretArn,
        database: shop.database,
      },
      client,
    );
    await expect(own.query('select isbn from shop_book')).rejects.toThrow(/denied/i);
    const swapped = openDatabase(
      {
        clusterArn: resources.shopClusterArn,
        secretArn: resources.secretArn,
        database: shop.database,
      },
      client,
    );
    await expect(swapped.query('select isbn from shop_book')).rejects.toThrow();
  });
});

import { RDSDataClient } from '@aws-sdk/client-rds-data';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../db/database.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { someIsbns } from '../../support/world.ts';
import { aPrivateRelease } from './privateRelease.ts';

const release = aPrivateRelease();
const [isbn = '', sold = ''] = someIsbns(2);

it.each([
  ['is gone', 'rename table products to elsewhere', 'rename table elsewhere to products'],
  [
    'is closed to us',
    'revoke select on shop_book from reader@localhost',
    'grant select on shop_book to reader@localhost',
  ],
  [
    'lacks a column',
    'create or replace view shop_book as select isbn13 as isbn, page_url as product_url from products',
    `create or replace view shop_book as select isbn13 as isbn, sale_start as on_sale_at,
       page_url as product_url from products where sale_flag = 1`,
  ],
])(
  'a view that %s is reported by name; nothing is written and nothing missed',
  async (_, breaks, mends) => {
    await release.root().query('use shop');
    const onSale = await release.announces(sold);
    await release.lists(sold);
    await release.looks();
    const book = await release.announces(isbn);
    await release.lists(isbn);
    await release.root().query(breaks);
    try {
      await expect(release.looks()).rejects.toMatchObject({
        name: 'ShopUnanswered',
        message: expect.stringMatching(
          /^The shop's shop_book view could not be read: DatabaseError/,
        ),
        cause: { name: 'DatabaseErrorException' },
      });
    } finally {
      await release.root().query(mends);
    }
    expect(await release.statusOf(onSale)).toMatchObject({ status: 'ON_SALE' });
    expect(await release.statusOf(book)).toMatchObject({ status: 'UPCOMING' });
    expect(await release.looks()).toMatchObject({ onSale: 1, withdrawn: 0 });
  },
);

it('an unreachable Data API is reported by the same name', async () => {
  await release.announces(isbn);
  const client = new RDSDataClient({
    ...clientSettings,
    endpoint: 'http://127.0.0.1:1',
    maxAttempts: 1,
  });
  const away = openDatabase(
    { clusterArn: 'arn:test:away', secretArn: 'arn:test:away', database: 'shop' },
    client,
  );
  await expect(release.looks({ shop: away })).rejects.toMatchObject({ name: 'ShopUnanswered' });
  client.destroy();
});

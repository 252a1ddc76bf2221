import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { PRICE_WITH_TAX } from '../../db/sql/priceWithTax.ts';
import { openStackDatabase, type Stack } from '../stack/stack.ts';

/** A product as the sample shop's own catalogue would hold it. */
export interface Product {
  isbn: string;
  title: string;
  publisher: string;
  /** In yen with tax; null if unknown. */
  price: number | null;
  isSold: boolean;
}

type Row = { isbn: string; title: string; publisher: string | null; price: string | number | null };

const COLUMNS = `b.isbn, b.title, b.publisher, ${PRICE_WITH_TAX} as price`;

/** A product by its ISBN. The sample shop has everything, though not every title. */
export async function findProduct(stack: Stack, isbn: string): Promise<Product> {
  const [found] = await openStackDatabase(stack).query<Row>(
    `select ${COLUMNS} from book b where b.isbn = :isbn order by b.id limit 1`,
    { isbn },
  );
  const row = found ?? { isbn, title: `ISBN ${isbn}`, publisher: null, price: null };
  return toProduct(row, await isSold(stack, isbn));
}

/** What the front page of the shop shows. */
export async function findNewBooks(stack: Stack): Promise<Product[]> {
  const rows = await openStackDatabase(stack).query<Row>(
    `select ${COLUMNS} from book b where status = 'UPCOMING' and isbn is not null
     order by coalesce(release_latest, '9999-12-31') < date(utc_timestamp() + interval 9 hour),
       release_order, id
     limit 12`,
  );
  return rows.map((row) => toProduct(row, false));
}

function toProduct({ isbn, title, publisher, price }: Row, isSold: boolean): Product {
  // A DECIMAL comes as text.
  const withTax = price === null ? null : Number(price);
  return { isbn, title, publisher: publisher ?? '', price: withTax, isSold };
}

async function isSold({ shop }: Stack, isbn: string): Promise<boolean> {
  const { socketPath, user, database } = shop;
  const connection = await createConnection({ socketPath, user, database });
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'select 1 from products where isbn13 = ? and sale_flag = 1',
      [isbn],
    );
    return rows.length > 0;
  } finally {
    await connection.end();
  }
}

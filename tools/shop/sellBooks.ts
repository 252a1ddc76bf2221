import { createConnection } from 'mysql2/promise';
import type { Stack } from '../stack/stack.ts';

/** The sample shop begins to sell these books, by ISBN-13. Gives how many it did not sell before. */
export async function sellBooks(stack: Stack, isbns: string[]): Promise<number> {
  const { socketPath, user, database, url } = stack.shop;
  const connection = await createConnection({
    socketPath,
    user,
    database,
    timezone: 'Z',
    // Count rows that changed rather than rows that were found.
    flags: ['-FOUND_ROWS'],
  });
  try {
    let begun = 0;
    for (const isbn of isbns) {
      const [result] = await connection.execute(
        `insert into products (isbn13, sale_flag, sale_start, page_url)
         values (?, 1, utc_timestamp(), ?)
         on duplicate key update sale_start = if(sale_flag = 1, sale_start, utc_timestamp()), sale_flag = 1`,
        [isbn, `${url}/products/${isbn}`],
      );
      // MySQL counts 1 for a new row, 2 for a changed one, 0 for one left as it was.
      if ('affectedRows' in result && result.affectedRows > 0) begun += 1;
    }
    return begun;
  } finally {
    await connection.end();
  }
}

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import { openStackDatabase, type Stack } from '../../tools/stack/stack.ts';
import { subscribe } from './world.ts';

/** The ids of a crowd begin above those of the sample shop's members. */
const FIRST = 1_000_001;
const AT_ONCE = 5_000;

const addressOf = (id: number) => `crowd${id}@reader.example`;

/** Creates this many members of the shop, all subscribed to this book. */
export async function gatherCrowd(stack: Stack, count: number, bookId: string): Promise<void> {
  const { socketPath, user, database } = stack.shop;
  const shop = await createConnection({ socketPath, user, database });
  const ids = Array.from({ length: count }, (_, n) => FIRST + n);
  try {
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      await shop.query(
        'insert into customers (customer_no, login_name, password, mail_address, nickname) values ?',
        [some.map((id) => [id, `crowd${id}`, 'none', addressOf(id), '会員'])],
      );
      await subscribe(some, bookId, openStackDatabase(stack));
    }
  } finally {
    await shop.end();
  }
}

/** The number of mails for each member of a crowd of this size, by member id; 0 for none. */
export async function countMails(dir: string, count: number): Promise<Map<string, number>> {
  const mails = new Map(Array.from({ length: count }, (_, n) => [String(FIRST + n), 0]));
  const lines = createInterface({ input: createReadStream(join(dir, 'mails.jsonl')) });
  for await (const line of lines) {
    const [, id] = /"to":\["crowd(\d+)@reader\.example"\]/.exec(line) ?? [];
    if (id !== undefined) mails.set(id, (mails.get(id) ?? 0) + 1);
  }
  return mails;
}

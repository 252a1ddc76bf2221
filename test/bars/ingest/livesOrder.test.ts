import { expect, it } from 'vitest';
import { createRandom } from '../../../tools/testing/random.ts';
import { aFeedDatabase } from '../../database/ingest/feedDatabase.ts';
import { simulateLives } from '../../support/lives/simulate.ts';
import { toCsv } from '../../support/lives/toCsv.ts';
import type { DeliveredFile, Word } from '../../support/lives/words.ts';

const { files } = simulateLives(8, 120);

const orders: { [order: string]: (words: Word[]) => Word[] } = {
  'as they came': (words) => words,
  backwards: (words) => words.toReversed(),
  'in the order of their records': (words) =>
    words.toSorted((a, b) => (a.record < b.record ? -1 : 1)),
  shuffled: (words) => createRandom(5).shuffle(words),
};
const shops = Object.entries(orders).map(([order, arrange]) => ({
  order,
  arrange,
  feed: aFeedDatabase(),
}));

it('the books and their events are the same for every order of rows in the files', async () => {
  const seen = [];
  for (const { arrange, feed } of shops) {
    for (const file of files) await deliver(feed, { ...file, words: arrange(file.words) });
    const books = await feed.open().query(
      `select id, record_key, isbn, title, volume, price, status, release_text from book
       order by id`,
    );
    const events = await feed.open().query(
      `select book_id, kind, release_change, run_id from book_event
       order by book_id, seq`,
    );
    seen.push({ books, events });
  }
  const [first, ...others] = seen;
  expect(first?.books.length).toBeGreaterThan(100);
  for (const [at, other] of others.entries()) {
    expect(other, shops[at + 1]?.order).toEqual(first);
  }
});

async function deliver(feed: ReturnType<typeof aFeedDatabase>, file: DeliveredFile) {
  const runId = await feed.stage(toCsv(file), { name: file.name, today: file.today });
  const { decision } = await feed.guard(runId);
  if (decision === 'REFUSE') return;
  await feed.merge(runId, decision === 'HOLD' ? 'operator' : undefined);
}

import type { Connection } from 'mysql2/promise';
import { recountUpcoming } from '../../../db/catalogue/recountUpcoming.ts';
import type { Database } from '../../../db/database.ts';
import { nameCatalogue } from '../../../services/ingest/backfill/nameCatalogue.ts';
import { askField, type Catalogue } from '../../testing/askList.ts';
import { createRandom } from '../../testing/random.ts';
import { sized } from '../lib/smallest.ts';
import type { Line } from '../lib/toLine.ts';
import type { Inventor } from './inventBook.ts';
import { timeTerms } from './timeTerms.ts';

const EACH = sized(40, 4);
const AT_ONCE = 2_000;

/**
 * Makes every author of the books available for suggestions, and adds people who wrote none of
 * them.
 */
export async function nameAuthors(
  connection: Connection,
  database: Database,
  { formerPeople }: Inventor,
): Promise<void> {
  const people = `book b, json_table(b.contributors, '$[*]' columns (
    place for ordinality, name varchar(191) path '$.name', reading varchar(191) path '$.reading')) c`;
  const id = "concat('c-', left(sha2(c.name, 256), 20))";
  await connection.query(
    `insert ignore into contributor (id, name_key, name, reading, joined_to, created_at)
     select ${id}, c.name, c.name, c.reading, ${id}, utc_timestamp(6) from ${people}`,
  );
  for (let from = 0; from < formerPeople.length; from += AT_ONCE) {
    const former = formerPeople.slice(from, from + AT_ONCE).map(({ name, reading }, index) => {
      const formerId = `c-former-${from + index}`;
      return [formerId, name, name, reading, formerId, new Date()];
    });
    await connection.query(
      'insert ignore into contributor (id, name_key, name, reading, joined_to, created_at) values ?',
      [former],
    );
  }
  await connection.query(
    `insert ignore into book_contributor (book_id, place, role, stated_id, contributor_id)
     select b.id, c.place, 'AUTHOR', ${id}, ${id} from ${people}`,
  );
  await nameCatalogue(database, Number.MAX_SAFE_INTEGER);
  await recountUpcoming(database, Number.POSITIVE_INFINITY);
  await connection.query(
    'analyze table contributor, book_contributor, catalogue_name, catalogue_named',
  );
}

/**
 * Times suggestions for one to four characters of names and titles: the 99th percentile beside 20
 * ms.
 */
export async function benchSuggestions(
  catalogue: Catalogue,
  { invent }: Inventor,
  count: number,
  timed: (work: () => Promise<unknown>) => Promise<number>,
): Promise<Line[]> {
  const random = createRandom(11);
  const lines: Line[] = [];
  for (const length of [1, 2, 3, 4]) {
    const texts = Array.from({ length: EACH }, () => {
      const { title, contributors } = invent(random.whole(0, count - 1));
      const written = random.pick([
        title,
        contributors[0]?.name ?? title,
        contributors[0]?.reading ?? title,
      ]);
      return [...written].slice(0, length).join('');
    });
    const ask = (text: string) =>
      timed(() =>
        askField(catalogue, 'Query.suggest', { args: { text }, selected: ['books/title'] }),
      );
    const path = `suggestions for ${length} characters, in ${count} books`;
    lines.push(await timeTerms(texts, ask, { path, name: 'suggest', limit: 20 }));
  }
  return lines;
}

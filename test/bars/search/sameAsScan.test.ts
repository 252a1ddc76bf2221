import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { foldWords } from '../../../domain/text/foldWords.ts';
import { backfillBooks } from '../../../services/ingest/backfill/backfillBooks.ts';
import { askList } from '../../../tools/testing/askList.ts';
import { createRandom } from '../../../tools/testing/random.ts';
import {
  asOwner,
  type PrivateDatabases,
  startPrivateDatabases,
} from '../../support/privateDatabases.ts';
import { checkPostings } from '../../support/search/checkPostings.ts';
import { inventBooks } from '../../support/search/inventBooks.ts';

const BOOKS = 4_000;
const TERMS = 100;
const random = createRandom(20261127);

let databases: PrivateDatabases;
let database: Database;

beforeAll(async () => {
  databases = await startPrivateDatabases();
  database = databases.open('shinkan');
  await inventBooks(database, random, BOOKS);
  while ((await backfillBooks(database)) > 0);
  await database.execute(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     select '7', id, utc_timestamp(6), 'web' from book where record_key % 5 = 0`,
  );
}, 300_000);
afterAll(() => databases?.stop());

const catalogue = () => ({ api: databases.api, ...asOwner, database: 'shinkan' });

interface Filter {
  text: string;
  publisher?: string;
  from?: string;
  priceTo?: number;
  subscribed?: boolean;
}

/** The matches found by scanning each book's folded text, in the order of the list. */
async function scan(filter: Filter, isByRelease: boolean): Promise<string[]> {
  const words = foldWords(filter.text.normalize('NFKC'));
  const values: { [name: string]: string | number } = {};
  const conditions = words.map((word, index) => {
    values[`w${index}`] = word;
    return `instr(t.folded, cast(:w${index} as char(300) character set utf8mb4) collate utf8mb4_bin) > 0`;
  });
  if (filter.publisher !== undefined) {
    conditions.push('b.publisher collate utf8mb4_bin = :publisher');
    values.publisher = filter.publisher;
  }
  if (filter.from !== undefined) {
    conditions.push('(b.release_latest is null or b.release_latest >= :from)');
    values.from = filter.from;
  }
  if (filter.priceTo !== undefined) {
    conditions.push('floor(b.price * 110 / 100) <= :priceTo');
    values.priceTo = filter.priceTo;
  }
  if (filter.subscribed) conditions.push('b.record_key % 5 = 0');
  const rows = await database.query<{ id: string }>(
    `select b.id from book b join book_text t on t.book_id = b.id
     where b.status in ('UPCOMING', 'UNCONFIRMED') and ${conditions.join(' and ')}
     order by ${isByRelease ? 'b.release_order, t.number' : 'b.created_at desc, b.id desc'}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** All pages, to the end. */
async function pages(
  filter: Filter,
  { isByRelease, first, asIfCommon }: { isByRelease: boolean; first: number; asIfCommon: boolean },
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null | undefined = null;
  do {
    const args = { filter, first, after, orderBy: isByRelease ? 'RELEASE' : 'ANNOUNCED' };
    const page = await askList(catalogue(), {
      args,
      memberId: '7',
      selected: ['edges/node/id'],
      asIfCommon,
    });
    expect(page.edges.length).toBeLessThanOrEqual(first);
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && after !== undefined);
  return ids;
}

/** Pieces of books' texts of one or more characters, some combined, some that occur nowhere. */
async function someTerms(): Promise<string[]> {
  const texts = (
    await database.query<{
      title: string;
      subtitle: string | null;
      name: string;
      publisher: string;
    }>(
      `select title, subtitle, coalesce(publisher, title) as publisher,
         json_value(contributors, '$[0].name') as name from book`,
    )
  ).flatMap(({ title, subtitle, name, publisher }) => [title, subtitle ?? title, name, publisher]);
  const piece = () => {
    const characters = [...random.pick(texts)];
    const from = random.whole(0, Math.max(characters.length - 2, 0));
    return characters.slice(from, from + random.whole(1, 5)).join('');
  };
  return Array.from({ length: TERMS }, () => {
    const words = Array.from({ length: random.chance(0.4) ? random.whole(2, 4) : 1 }, piece);
    if (random.chance(0.1)) words.push(random.pick(['鱻', '鱻鱻', 'ぬぺぬ', 'グリングの', '道東']));
    return words.join(' ');
  }).filter((term) => foldWords(term.normalize('NFKC')).length > 0 && term.split(' ').length <= 8);
}

describe('a search', () => {
  it('a search has postings of exactly what upcoming books say', async () => {
    expect(await checkPostings(database)).toEqual({ missing: 0, strange: 0, withoutText: 0 });
  });

  it('a search lists exactly what a scan of all books finds, page by page to the end, in both orders', async () => {
    let found = 0;
    for (const term of await someTerms()) {
      const filters: Filter[] = [
        { text: term },
        random.pick<Filter>([
          { text: term, publisher: '海鳴書房' },
          { text: term, from: '2027-03-01' },
          { text: term, priceTo: 1500 },
          { text: term, subscribed: true },
        ]),
      ];
      for (const filter of filters) {
        for (const isByRelease of [true, false]) {
          const expected = await scan(filter, isByRelease);
          const way = {
            isByRelease,
            first: random.pick([3, 20, 100]),
            asIfCommon: random.chance(0.5),
          };
          const listed = await pages(filter, way);
          expect(listed, JSON.stringify({ filter, way })).toEqual(expected);
          found += expected.length;
        }
      }
    }
    // Terms without any match would prove nothing.
    expect(found).toBeGreaterThan(TERMS * 10);
  }, 600_000);
});

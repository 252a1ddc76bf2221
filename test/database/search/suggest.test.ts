import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recountUpcoming } from '../../../db/catalogue/recountUpcoming.ts';
import type { Suggestions } from '../../../resolvers/generated/schema.ts';
import { backfillBooks } from '../../../services/ingest/backfill/backfillBooks.ts';
import { nameCatalogue } from '../../../services/ingest/backfill/nameCatalogue.ts';
import { askField } from '../../../tools/testing/askList.ts';
import {
  asOwner,
  type PrivateDatabases,
  startPrivateDatabases,
} from '../../support/privateDatabases.ts';
import { openShelf } from '../../support/shelf.ts';

let databases: PrivateDatabases;

beforeAll(async () => {
  databases = await startPrivateDatabases();
  const database = databases.open('shinkan');
  const shelf = openShelf(database);
  const books = {
    tower: await shelf.add({ title: '灯台守', earliest: '2099-05-03', latest: '2099-05-03' }),
    old: await shelf.add({ title: '古い灯台', earliest: '2099-05-01', latest: '2099-05-01' }),
    sold: await shelf.add({ title: '灯台の朝', status: 'ON_SALE' }),
    isbn: await shelf.add({ title: '雪国', isbn: '9784999999002' }),
  };
  const people = [
    ['c-1', '灯野 台', 'トウノ ダイ', 'c-1', [books.tower]],
    ['c-2', '東野 灯', 'トウノ アカリ', 'c-2', [books.tower, books.old]],
    ['c-3', '高灯野', null, 'c-2', []],
    ['c-4', '灯野 売', null, 'c-4', [books.sold]],
    ['c-5', '大灯野', null, 'c-5', [books.old, books.tower, books.isbn]],
  ] as const;
  for (const [id, name, reading, joined, parts] of people) {
    await database.execute(
      `insert into contributor (id, name_key, name, reading, joined_to, created_at)
       values (:id, :name, :name, :reading, :joined, utc_timestamp(6))`,
      { id, name, reading, joined },
    );
    for (const [place, book] of parts.entries()) {
      for (const role of ['AUTHOR', 'EDITOR']) {
        await database.execute(
          `insert into book_contributor (book_id, place, role, stated_id, contributor_id)
           values (:book, :place, :role, :id, :joined)`,
          { book, place: place + Number(id.slice(2)) * 10, role, id, joined },
        );
      }
    }
  }
  await database.execute(
    `insert into series (id, name_key, name, reading, joined_to, created_at)
     values ('s-1', '灯台文庫', '灯台文庫', null, 's-1', utc_timestamp(6))`,
  );
  await database.execute(
    `insert into book_series (book_id, stated_id, series_id, volume_number) values (:book, 's-1', 's-1', 2)`,
    { book: books.tower },
  );
  expect(await nameCatalogue(database)).toBe(6);
  expect(await nameCatalogue(database)).toBe(0);
  expect(await recountUpcoming(database)).toBe(6);
  expect(await recountUpcoming(database)).toBe(0);
}, 120_000);
afterAll(() => databases?.stop());

async function suggest(text: string, first = 5, asIfCommon = false) {
  const catalogue = { api: databases.api, ...asOwner, database: 'shinkan' };
  const answer = await askField(catalogue, 'Query.suggest', { args: { text, first }, asIfCommon });
  // The field's type in the schema.
  const { books, contributors, series } = answer as Suggestions;
  return {
    books: books.map(({ title }) => title),
    contributors: contributors.map(({ contributor, upcomingCount }) => [
      contributor.name,
      upcomingCount,
    ]),
    series: series.map(({ series: { name }, upcomingCount }) => [name, upcomingCount]),
  };
}

const NOTHING = { books: [], contributors: [], series: [] };

describe('suggestions', () => {
  it('suggest puts names that begin with the text before names that contain it, in each script', async () => {
    expect(await suggest('灯台')).toEqual({
      books: ['灯台守', '古い灯台'],
      contributors: [],
      series: [['灯台文庫', 1]],
    });
    expect((await suggest('灯野')).contributors).toEqual([
      ['灯野 台', 1],
      ['大灯野', 3],
      // Found by the name that was joined to it.
      ['東野 灯', 2],
    ]);
  });

  it('suggest returns the soonest books for a character that many have', async () => {
    const few = await suggest('灯');
    expect(few.books).toEqual(['灯台守', '古い灯台']);
    expect(await suggest('灯', 5, true)).toEqual(few);
  });

  it('suggest returns the soonest books where very many share a pair of characters, also within a day', async () => {
    const database = databases.open('shinkan');
    // A distinct letter for each, which no other text has.
    await database.execute(
      `insert into book (id, profile, record_key, title, contributors, series, release_earliest,
         release_latest, release_precision, release_text, release_order, status, content_hash, run_id,
         created_at, updated_at)
       select concat('wave-', n.place), 'test', concat('wave-', n.place),
         concat('幾多の波', convert(char(0xac00 + n.place using utf16) using utf8mb4)),
         '[]', '[]', n.day, n.day, 'DAY', '', repeat(date_format(n.day, '%Y%m%d'), 2), 'UPCOMING',
         repeat('0', 64), 'test', utc_timestamp(6), utc_timestamp(6)
       from (
         select p.place, date_add('2098-01-01', interval (p.place > 900) + (p.place > 1050) day) as day
         from text_place p where p.place <= 1100
       ) n`,
    );
    while ((await backfillBooks(database)) > 0);
    const waves = await database.query<{ title: string }>(
      `select b.title from book_text t join book b on b.id = t.book_id
       where b.id like 'wave-%' order by t.release_rank, t.number`,
    );
    const found = async (text: string) => (await suggest(text)).books;
    expect(await found('幾多')).toEqual(waves.slice(0, 5).map(({ title }) => title));
    for (const nth of [1, 900, 901, 1_001, 1_002, 1_051, 1_100]) {
      const title = waves[nth - 1]?.title ?? '';
      expect(await found(`幾多 ${title.at(-1)}`), `${nth}`).toEqual(nth > 1_001 ? [] : [title]);
      expect(await found(title), `${nth}, by another pair`).toEqual([title]);
      expect(await found(`多 ${title.at(-1)}`), `${nth}, by the rarer letter`).toEqual([title]);
    }
  });

  it('suggest finds names by the feed’s readings, in full and from the given name on', async () => {
    expect((await suggest('とうの')).contributors).toEqual([
      ['東野 灯', 2],
      ['灯野 台', 1],
    ]);
    expect((await suggest('あか')).contributors).toEqual([['東野 灯', 2]]);
    expect((await suggest('ﾄｳﾉ ｱｶﾘ')).contributors).toEqual([['東野 灯', 2]]);
  });

  it('suggest returns as many of each kind as requested', async () => {
    expect((await suggest('灯野', 1)).contributors).toEqual([['灯野 台', 1]]);
    for (const first of [0, 11]) {
      await expect(suggest('灯', first)).rejects.toMatchObject({ errorType: 'InvalidArgument' });
    }
  });

  it('suggest finds the book of an ISBN', async () => {
    expect((await suggest('978-4-999999-00-2')).books).toEqual(['雪国']);
  });

  it.each([
    '',
    ' ',
    '%',
    '\\',
    '!_',
    '\ud800',
    '💡',
    "' or 1=1 --",
    '鱻',
    '鱻鱻鱻',
    'q'.repeat(1_000_000),
  ])('suggest returns nothing for %.20j', async (text) => {
    expect(await suggest(text)).toEqual(NOTHING);
  });

  it('suggest finds names of the greatest length, and as many as arrive at once', async () => {
    const database = databases.open('shinkan');
    await database.execute(
      `insert into contributor (id, name_key, name, reading, joined_to, created_at)
       select concat('c-long-', p.place), concat('長', p.place),
         concat('終', left(concat(p.place, repeat('編集委員会代表', 80)), 490)),
         repeat('ヘンシュウイインカイ', 49), concat('c-long-', p.place), utc_timestamp(6)
       from text_place p where p.place <= 150`,
    );
    expect(await nameCatalogue(database)).toBe(150);
    const [found] = await database.query<{ total: number }>(
      `select count(distinct target_id) as total from catalogue_name
       where kind = 'CONTRIBUTOR' and is_rest = 1 and folded like '委員会代表編集%'`,
    );
    expect(found?.total).toBe(150);
  });
});

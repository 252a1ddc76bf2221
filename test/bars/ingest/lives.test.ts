import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../db/database.ts';
import { aFeedDatabase } from '../../database/ingest/feedDatabase.ts';
import { simulateLives } from '../../support/lives/simulate.ts';
import { toCsv } from '../../support/lives/toCsv.ts';
import type { TrueBook } from '../../support/lives/truth.ts';

const seed = Number(process.env.LIVES_SEED ?? 20270111);
const books = process.env.BAR_FULL === '1' ? 10_000 : 1000;
const { files, truth } = simulateLives(seed, books);

const feed = aFeedDatabase();
/** The run of each file. */
const runs: string[] = [];

beforeAll(() =>
  console.log(`${truth.books.length} books in ${files.length} files, LIVES_SEED=${seed}`),
);

describe(`the lives of ${books} invented books`, () => {
  it('the lives of invented books are counted correctly, file by file', {
    timeout: 3_600_000,
  }, async () => {
    const wrong: unknown[] = [];
    for (const [number, file] of files.entries()) {
      const runId = await feed.stage(toCsv(file), { name: file.name, today: file.today });
      runs.push(runId);
      const { decision } = await feed.guard(runId);
      const account = truth.accounts[number] ?? null;
      if (account === null) {
        expect(decision).toBe('REFUSE');
        continue;
      }
      const report = await feed.merge(runId, decision === 'HOLD' ? 'operator' : undefined);
      const { records, created, changed, unchanged, held, rejected } = report;
      expect([records, created + changed + unchanged + held + rejected]).toEqual([
        file.words.length,
        file.words.length,
      ]);
      const seen = { created, changed, unchanged, held, rejected };
      if (JSON.stringify(seen) !== JSON.stringify(account.outcomes)) {
        wrong.push({ file: `${number} ${file.name}`, seen, expected: account.outcomes });
      }
    }
    expect(wrong).toEqual([]);
  });

  it('the lives of invented books leave every event in the log, none twice and none besides', async () => {
    const rows = await readAll(
      'select seq as place, book_id, kind, run_id, release_change from book_event',
      'seq',
    );
    const told = new Map<string, unknown[]>();
    for (const { book_id, kind, run_id, release_change } of rows) {
      const change = release_change === null ? null : JSON.parse(String(release_change));
      const file = runs.indexOf(String(run_id));
      told.set(String(book_id), [...(told.get(String(book_id)) ?? []), { kind, change, file }]);
    }
    const ids = await idsOfBooks();
    const wrong = truth.books
      .map(({ book, events, whole }) => ({
        book: book.name,
        expected: events,
        seen: told.get(ids.get(whole.record) ?? '') ?? [],
      }))
      .filter(({ expected, seen }) => canonical(expected) !== canonical(seen));
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(rows).toHaveLength(truth.books.flatMap(({ events }) => events).length);
  });

  it('the lives of invented books end in the book table as they should', async () => {
    const rows = await readAll(
      `select id as place, id, record_key, isbn, title, volume, price, description, status,
         release_text, release_precision, date_format(release_earliest, '%Y-%m-%d') as earliest,
         date_format(release_latest, '%Y-%m-%d') as latest from book`,
      'id',
    );
    const byRecord = new Map(rows.map((row) => [String(row.record_key), row]));
    const wrong = truth.books
      .map((book) => {
        const seen = byRecord.get(book.whole.record);
        const { id, place: _, ...rest } = seen ?? {};
        const hasItsId = idOf(book).test(String(id));
        return { book: book.book.name, id, hasItsId, expected: rowOf(book), seen: rest };
      })
      .filter(
        ({ hasItsId, expected, seen }) => !hasItsId || canonical(expected) !== canonical(seen),
      );
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(rows).toHaveLength(truth.books.length);
  });

  it('the lives of invented books cover every kind and everything that can be told', () => {
    const events = truth.books.flatMap(({ events }) => events.map(({ kind }) => kind));
    for (const kind of ['ANNOUNCED', 'RESCHEDULED', 'CANCELLED', 'REVIVED'] as const) {
      expect(events.filter((each) => each === kind).length).toBeGreaterThan(books / 50);
    }
    expect(truth.books.filter(({ status }) => status === 'UNCONFIRMED')).not.toEqual([]);
    const total = truth.accounts.map((account) => account?.outcomes.held ?? 0);
    expect(total.filter((held) => held > 0)).not.toEqual([]);
    expect(truth.accounts.filter((account) => account?.isRepeat)).not.toEqual([]);
  });

  async function idsOfBooks() {
    const rows = await readAll('select id as place, id, record_key from book', 'id');
    return new Map(rows.map(({ id, record_key }) => [String(record_key), String(id)]));
  }
});

/**
 * All rows of a select in the order of `key`, which the select names `place`; reads pages, as
 * answers are limited.
 */
async function readAll(select: string, key: 'id' | 'seq'): Promise<Row[]> {
  const rows: Row[] = [];
  for (let more = true; more; ) {
    const after = rows.at(-1)?.place ?? (key === 'seq' ? 0 : '');
    const page = await feed
      .open()
      .query(`${select} where ${key} > :after order by ${key} limit 1000`, { after });
    rows.push(...page);
    more = page.length > 0;
  }
  return rows;
}

/** An id is the first ISBN, with a digest if other volumes share it; otherwise the first record. */
function idOf({ firstIsbn, firstRecord }: TrueBook): RegExp {
  return firstIsbn === null
    ? new RegExp(`^shinkan-${firstRecord}$`)
    : new RegExp(`^isbn-${firstIsbn}(-[0-9a-f]{10})?$`);
}

function rowOf({ whole, release, status }: TrueBook) {
  return {
    record_key: whole.record,
    isbn: whole.isbn,
    title: whole.title,
    volume: whole.volume,
    price: whole.price,
    description: whole.description,
    status,
    release_text: release.text,
    release_precision: release.precision,
    earliest: release.earliest,
    latest: release.latest,
  };
}

/** The same facts in one canonical order. */
function canonical(facts: unknown): string {
  return JSON.stringify(facts, (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

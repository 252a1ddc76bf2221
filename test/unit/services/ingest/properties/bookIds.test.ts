import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveBookIds, type IdParts } from '../../../../../services/ingest/book/bookIds.ts';
import { inventIsbn } from '../../../../support/lives/partner.ts';
import { stageBytes } from '../stageBytes.ts';

const numRuns = process.env.BAR_FULL === '1' ? 10_000 : 300;

const parts: fc.Arbitrary<IdParts> = fc.record({
  profile: fc.constantFrom('shinkan', 'trc'),
  recordId: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 })),
  isbn: fc.option(fc.nat(999_999).map(inventIsbn)),
  title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  subtitle: fc.option(fc.string({ unit: 'grapheme', maxLength: 10 })),
  edition: fc.option(fc.constantFrom('第2版', '新装版')),
  publisher: fc.option(fc.constantFrom('架空書房', '無何有社')),
  volume: fc.option(fc.constantFrom('上', '中', '下', '１', '1')),
  isSet: fc.boolean(),
});

describe('deriveBookIds with generated records', () => {
  it('deriveBookIds returns URL-safe ids of at most 120 characters that depend only on their own row', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), fc.nat(), (rows, turn) => {
        const turned = [...rows.slice(turn % 8), ...rows.slice(0, turn % 8)];
        const alone = new Map(rows.map((row) => [row, deriveBookIds(row)]));
        for (const row of turned) {
          const ids = deriveBookIds(row);
          expect(ids).toEqual(alone.get(row));
          expect(ids.bookId).toMatch(/^[A-Za-z0-9._~-]{1,120}$/);
          expect(ids.volumeId).toMatch(/^[A-Za-z0-9._~-]{1,120}$/);
        }
      }),
      { numRuns },
    );
  });

  it('deriveBookIds returns two ids for two records without an ISBN', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(one.recordId !== null && other.recordId !== null);
        fc.pre(one.recordId !== other.recordId || one.profile !== other.profile);
        const [first, second] = [one, other].map((row) => deriveBookIds({ ...row, isbn: null }));
        expect(first?.bookId).not.toBe(second?.bookId);
      }),
      { numRuns },
    );
  });

  it('deriveBookIds returns the same ids for every order of a file’s rows', async () => {
    const header = 'レコードID,ISBN,書名,巻次,更新区分,出版社,発売予定日,更新日時';
    const rest = '新規,架空書房,2031年8月,2031-01-05T05:00:00+09:00';
    const rows = fc.uniqueArray(fc.tuple(fc.nat(99), fc.nat(5), fc.constantFrom('', '上', '下')), {
      selector: ([record]) => record,
      minLength: 2,
      maxLength: 12,
    });
    const idsIn = async (lines: string[]) => {
      const { staged } = await stageBytes(`${[header, ...lines].join('\n')}\n`);
      expect(staged).toHaveLength(lines.length);
      return staged
        .map(({ record_key, book_id, volume_id }) => `${record_key} ${book_id} ${volume_id}`)
        .toSorted();
    };
    await fc.assert(
      fc.asyncProperty(
        rows.chain((made) =>
          fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
        ),
        async ([made, shuffled]) => {
          const toLine = ([record, isbn, volume]: (typeof made)[number]) =>
            `K-${record},${isbn === 0 ? '' : inventIsbn(isbn)},題 ${isbn},${volume},${rest}`;
          expect(await idsIn(shuffled.map(toLine))).toEqual(await idsIn(made.map(toLine)));
        },
      ),
      { numRuns: numRuns / 5 },
    );
  });
});

import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsbn } from '../../../../services/ingest/book/isbn.ts';
import { parsePrice, parseSetPrice } from '../../../../services/ingest/book/price.ts';
import { unpack } from '../../../../services/ingest/bytes/unpack.ts';
import { RefusedFile } from '../../../../services/ingest/refusedFile.ts';
import { parseReleaseDate } from '../../../../services/ingest/release-date/parseReleaseDate.ts';
import { memorySource } from './bytes/memorySource.ts';
import { zip } from './bytes/pack.ts';
import { stageBytes } from './stageBytes.ts';

const isFull = process.env.BAR_FULL === '1';
const time = '2027-01-05T05:00:00+09:00';
const header = '更新区分,レコードID,ISBN,書名,著者,出版社,発売予定日,本体価格,内容紹介,更新日時';
const rows = Array.from(
  { length: 30 },
  (_, index) =>
    `新規,K-${index},,"題 ""${index}""",氏名|著|,架空書房,2027年3月中旬,1600,"一行目\n二行目",${time}`,
);
const valid = Buffer.from(`${header}\n${rows.join('\n')}\n`);

/** Stages a file, or returns why it was refused; anything else is a crash. */
async function stageOrRefuse(bytes: Uint8Array) {
  try {
    return await stageBytes(bytes);
  } catch (error) {
    if (error instanceof RefusedFile) return error;
    throw error;
  }
}

describe('bar 20 hostile input', () => {
  const spot = fc.nat(valid.length - 1);
  const bytes = fc.uint8Array({ maxLength: 12 });
  const mutation = fc.oneof(
    fc.record({ at: spot, drop: fc.nat(40), put: bytes }),
    fc.record({
      at: spot,
      drop: fc.constant(0),
      put: fc
        .constantFrom('"', ',', '\n', '\r', '\t', '""', '",', '\u001a', '\0', '𠮷', ',,,,,,,,,')
        .map((text) => Buffer.from(text)),
    }),
  );

  const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

  it('stageFile accounts for every record of a damaged file', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(mutations, fc.boolean(), async (some, staysText) => {
        let file: Buffer = valid;
        for (const { at, drop, put } of some) {
          const from = at % (file.length + 1);
          file = Buffer.concat([file.subarray(0, from), put, file.subarray(from + drop)]);
          // A file that is no longer UTF-8 is refused as a whole.
          if (staysText) file = Buffer.from(file.toString('utf8').replaceAll('\ufffd', ''));
        }
        const result = await stageOrRefuse(file);
        if (result instanceof RefusedFile) return;
        read += 1;
        const { report, staged, rejects } = result;
        const accepted = staged.filter(({ action }) => action !== 'SEEN');
        expect(accepted.length + rejects.length).toBe(report.records);
        const numbers = [...accepted, ...rejects].map(({ record_no }) => Number(record_no));
        expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
        for (const { byte_offset, raw_row } of rejects) {
          const there = file
            .subarray(Number(byte_offset))
            .toString('utf8')
            .replaceAll('\r\n', '\n');
          expect(there.startsWith(String(raw_row).slice(0, 500))).toBe(true);
        }
      }),
      { numRuns: isFull ? 10_000 : 300 },
    );
    // The others were refused.
    expect(read).toBeGreaterThan(isFull ? 2000 : 60);
  });

  it('stageFile loses one row to one quotation mark, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(rows.length - 1), fc.nat(20), async (row, column) => {
        const damaged = rows.map((text, index) =>
          index === row ? `${text.slice(0, 4 + column)}"${text.slice(4 + column)}` : text,
        );
        const { staged } = await stageBytes(Buffer.from(`${header}\n${damaged.join('\n')}\n`));
        const whole = staged
          .filter(({ action }) => action === 'UPSERT')
          .map((each) => each.record_key);
        const others = rows.map((_, index) => `K-${index}`).filter((_, index) => index !== row);
        expect(whole.filter((key) => key !== `K-${row}`)).toEqual(others);
      }),
      { numRuns: isFull ? 2000 : 200 },
    );
  });

  it('readCell reads or refuses any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            '2026',
            '年',
            '月',
            '日',
            '3',
            '14',
            '/',
            '-',
            '〜',
            '頃',
            '上旬',
            '令和',
            '春',
            'Q',
            '以降',
            '予定',
            ' ',
            '（',
            '）',
            '1',
            '０',
            '第',
            '週',
          ),
          { maxLength: 10 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => {
        const release = parseReleaseDate(cell, { baseDate: '2026-02-10' });
        if (release.ok) {
          const { earliest, latest } = release.release;
          if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
          expect(release.release.text).toBe(cell);
        }
        const isbn = parseIsbn(cell);
        if (isbn.ok) expect(isbn.isbn).toMatch(/^97[89]\d{10}$/);
        for (const price of [parsePrice(cell), parseSetPrice(cell)]) {
          expect(price === null || (Number.isInteger(price) && price >= 0)).toBe(true);
        }
      }),
      { numRuns: isFull ? 1_000_000 : 5000 },
    );
  });

  it('stageFile refuses endless unpacking, and does not buffer an endless line', async () => {
    const before = process.memoryUsage().rss;
    const zeros = Buffer.alloc(1_000_000);
    const bomb = await buffer(
      Readable.from(
        (function* () {
          for (let megabyte = 0; megabyte < 300; megabyte += 1) yield zeros;
        })(),
      ).pipe(createGzip()),
    );
    expect(await read(await zip({ 'a.csv': Buffer.alloc(20_000_000) }))).toBe('expands-too-much');
    expect(await read(bomb)).toBe('expands-too-much');
    async function* endless() {
      yield Buffer.from(`${header}\n`);
      const line = Buffer.from('題'.repeat(300_000));
      for (let times = 0; times < 300; times += 1) yield line;
    }
    const { report, rejects } = await stageBytes(endless());
    expect([report.records, rejects[0]?.reason_code]).toEqual([1, 'record-too-long']);
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 ** 2);
  });
});

async function read(packed: Buffer): Promise<string> {
  try {
    for await (const _ of unpack(memorySource(packed)));
    return 'read';
  } catch (error) {
    if (error instanceof RefusedFile) return error.code;
    throw error;
  }
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../services/ingest/bytes/readLines.ts';
import { type FileRecord, frameRecords } from '../../../../services/ingest/read/frameRecords.ts';
import { parseRecords } from '../../../../services/ingest/read/parseRecords.ts';

const csv = { delimiter: ',', quoted: true };

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  text: string | Uint8Array,
  { size = 65_536, width = 3, format = csv, encoding = 'utf-8' as 'utf-8' | 'windows-31j' } = {},
): Promise<FileRecord[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const fits = (cells: string[]) => cells.length === width && !cells[0]?.includes('\n');
  const records: FileRecord[] = [];
  const lines = readLines(inPieces(bytes, size), encoding);
  for await (const batch of frameRecords(lines, format, fits)) {
    records.push(...parseRecords(batch, format));
  }
  return records;
}

describe('frameRecords', () => {
  it('frameRecords returns cells with their line and byte', async () => {
    const records = await read('\ufeffa,b,c\r\n表,"x, ""y""","1\r\n2"\n\nd,e,f');
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', 'b', 'c'],
      ['表', 'x, "y"', '1\n2'],
      ['d', 'e', 'f'],
    ]);
    expect(
      records.map(({ line, byteOffset, terminated }) => [line, byteOffset, terminated]),
    ).toEqual([
      [1, 3, true],
      [2, 10, true],
      [5, 33, false],
    ]);
  });

  it('frameRecords loses one row of a thousand to a quotation mark that is never closed', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `${index},x,y`);
    rows[300] = '300,"x,y';
    const records = await read(`${rows.join('\n')}\n`);
    expect(records).toHaveLength(1000);
    expect(
      records.filter(({ broken }) => broken !== null).map(({ line, broken }) => [line, broken]),
    ).toEqual([[301, 'quote-not-closed']]);
  });

  it('frameRecords keeps the rows between two stray quotation marks', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => `${index},x,y`);
    rows[10] = '"10,x,y';
    rows[20] = '20,x",y';
    rows[30] = '30,x"x"x,y';
    const records = await read(`${rows.join('\n')}\n`);
    expect(records).toHaveLength(100);
    expect(records.filter(({ broken }) => broken !== null).map(({ line }) => line)).toEqual([
      11, 21, 31,
    ]);
  });

  it('frameRecords rejects a line of more than 64 KB and continues after it', async () => {
    const records = await read(`a,b,c\n${'x'.repeat(200_000)}\nd,e,f\n`, { size: 1000 });
    expect(records.map(({ line, broken }) => [line, broken])).toEqual([
      [1, null],
      [2, 'record-too-long'],
      [3, null],
    ]);
    expect(records[2]?.byteOffset).toBe(6 + 200_001);
  });

  it('frameRecords reads a quotation mark as data if the profile has no quoting', async () => {
    const records = await read('a\t"b\tc"\nd\te\tf\n', {
      format: { delimiter: '\t', quoted: false },
    });
    expect(records.map(({ cells }) => cells)).toEqual([
      ['a', '"b', 'c"'],
      ['d', 'e', 'f'],
    ]);
  });

  it('frameRecords does not split characters whose second byte is a backslash or a comma', async () => {
    // 表 and ソ in windows-31j.
    const bytes = Uint8Array.from([0x95, 0x5c, 0x2c, 0x83, 0x5c, 0x2c, 0x87, 0x40, 0x0a]);
    const records = await read(bytes, { encoding: 'windows-31j', size: 1 });
    expect(records[0]?.cells).toEqual(['表', 'ソ', '①']);
  });

  it('frameRecords ignores the end-of-file character of older systems', async () => {
    const records = await read('a,b,c\n\u001a');
    expect(records).toHaveLength(1);
  });

  it('frameRecords returns the same records for pieces of any size', async () => {
    const cell = fc.stringMatching(/^[a-z表"\r\n, ]{0,6}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = parts.join('\n');
          const whole = await read(text);
          expect(await read(text, { size })).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('frameRecords reads back what a correct writer wrote', async () => {
    const cell = fc.stringMatching(/^[a-z表", ]{0,8}$/);
    const row = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((cells) => cells.map(quote).join(',')).join('\r\n');
        expect((await read(text)).map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});

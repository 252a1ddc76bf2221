import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../../services/ingest/bytes/line.ts';
import { readLines } from '../../../../../services/ingest/bytes/readLines.ts';
import type { Encoding } from '../../../../../services/ingest/profile/profile.ts';
import { RefusedFile } from '../../../../../services/ingest/refusedFile.ts';
import { inPieces } from './memorySource.ts';

const ENCODINGS: readonly [Encoding, string][] = [
  ['utf-8', 'utf8'],
  ['windows-31j', 'cp932'],
  ['euc-jp', 'eucjp'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['utf-16', 'utf-16le'],
];

async function read(bytes: Uint8Array, encoding: Encoding, size = 65_536): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const batch of readLines(inPieces(bytes, size), encoding)) lines.push(...batch);
  return lines;
}

async function refusal(bytes: Uint8Array, encoding: Encoding): Promise<RefusedFile> {
  try {
    await read(bytes, encoding);
  } catch (error) {
    if (error instanceof RefusedFile) return error;
    throw error;
  }
  throw new Error('The file was read');
}

describe('readLines', () => {
  // ਊ (U+0A0A) and 上 (U+4E0A) contain the byte of a line end in UTF-16, ソ and 表 a backslash in
  // CP932.
  const words = fc
    .array(fc.constantFrom('灯', 'ソ', '表', '髙', '①', 'a', ',', '"', '能', '上', '〜'), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));

  it.each(ENCODINGS)(
    'readLines splits %s at any line end, wherever the pieces begin',
    async (encoding, name) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(words, { minLength: 1, maxLength: 12 }),
          fc.constantFrom('\n', '\r\n', '\r'),
          fc.integer({ min: 1, max: 40 }),
          async (texts, end, size) => {
            // Replaces what the encoding cannot represent before the test, so that readLines need
            // not.
            const carried = texts.map((text) => iconv.decode(iconv.encode(text, name), name));
            const bytes = iconv.encode(carried.map((text) => text + end).join(''), name);
            const lines = await read(bytes, encoding, size);
            const decoded = carried.map((text) =>
              new TextDecoder(labelOf(encoding)).decode(iconv.encode(text, name)),
            );
            expect(lines.map(({ text }) => text)).toEqual(decoded);
            expect(lines.every(({ terminated }) => terminated)).toBe(true);
            for (const [index, line] of lines.entries()) {
              const before = carried
                .slice(0, index)
                .map((text) => text + end)
                .join('');
              expect([line.line, line.byteOffset]).toEqual([
                index + 1,
                iconv.encode(before, name).length,
              ]);
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('readLines recognizes a byte order mark', async () => {
    const little = Buffer.concat([Buffer.of(0xff, 0xfe), iconv.encode('題\n', 'utf-16le')]);
    const big = Buffer.concat([Buffer.of(0xfe, 0xff), iconv.encode('題\n', 'utf-16be')]);
    for (const bytes of [little, big]) {
      expect(await read(bytes, 'utf-16')).toMatchObject([{ text: '題', byteOffset: 2 }]);
    }
    expect((await refusal(big, 'utf-16le')).message).toMatch(/utf-16be.*expected utf-16le/);
    expect((await refusal(little, 'utf-8')).code).toBe('wrong-encoding');
    expect((await refusal(Buffer.from('\ufeffa'), 'utf-16')).code).toBe('wrong-encoding');
  });

  it('readLines keeps a lone CR in a file with other line ends', async () => {
    expect((await read(Buffer.from('a\nb\rc\n'), 'utf-8')).map(({ text }) => text)).toEqual([
      'a',
      'b\rc',
    ]);
    expect((await read(Buffer.from('a\r\nb\rc\r\n'), 'utf-8', 1)).map(({ text }) => text)).toEqual([
      'a',
      'b\rc',
    ]);
  });

  it('readLines names the line and the encodings that would fit', async () => {
    const euc = iconv.encode('a\n灯台守\n', 'eucjp');
    expect(await refusal(euc, 'utf-8')).toMatchObject({
      code: 'wrong-encoding',
      message: expect.stringMatching(/2行目.*euc-jp.*Line 2, from byte 2.*euc-jp/),
    });
    const half = iconv.encode('題', 'utf-16le').subarray(0, 1);
    expect((await refusal(half, 'utf-16le')).message).toMatch(/cut within a character/);
  });

  it('readLines refuses NUL in every encoding, and says where it is', async () => {
    for (const [encoding, name] of ENCODINGS) {
      const refused = await refusal(iconv.encode('a\nb\0c\n', name), encoding);
      expect([refused.code, /Line 2/.test(refused.message)]).toEqual(['nul-byte', true]);
    }
  });

  it('readLines loses only the line that is too long, and does not buffer it', async () => {
    for (const [encoding, name] of ENCODINGS) {
      const bytes = iconv.encode(`a\n${'長'.repeat(200_000)}\nb\n`, name);
      for (const size of [1000, 65_536, 4_000_000]) {
        const lines = await read(bytes, encoding, size);
        expect(lines.map(({ text, tooLong }) => (tooLong ? text.length > 500 : text))).toEqual([
          'a',
          true,
          'b',
        ]);
        expect(lines[2]?.byteOffset).toBe(bytes.length - iconv.encode('b\n', name).length);
      }
    }
  });
});

function labelOf(encoding: Encoding): string {
  if (encoding === 'windows-31j') return 'shift_jis';
  return encoding === 'utf-16' ? 'utf-16le' : encoding;
}

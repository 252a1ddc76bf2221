import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../../services/ingest/bytes/byteSource.ts';
import { unpack } from '../../../../../services/ingest/bytes/unpack.ts';
import { RefusedFile } from '../../../../../services/ingest/refusedFile.ts';
import { memorySource } from './memorySource.ts';
import { zip } from './pack.ts';

const csv = Buffer.from('書名,出版社\n灯台守の算術,架空書房\n');

async function read(source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of unpack(source)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function refusal(bytes: Uint8Array): Promise<[code: string, message: string]> {
  try {
    await read(memorySource(bytes));
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    // Every refusal is in both languages.
    expect(error.message).toMatch(/[ぁ-んァ-ヶ].* \/ .*[a-z]/s);
    return [error.code, error.message];
  }
  return ['not refused', ''];
}

describe('unpack', () => {
  it('unpack returns the same bytes for plain, gzip and zip, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 1, max: 4000 }),
        async (content, size) => {
          const plain = Buffer.concat([Buffer.from('a'), content]);
          for (const packed of [plain, gzipSync(plain), await zip({ 'a.csv': plain })]) {
            expect(await read(memorySource(packed, size))).toEqual(plain);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('unpack accepts a stored entry, gzip of several members, and macOS companion files', async () => {
    expect(await read(memorySource(await zip({ 'a.csv': csv }, { compress: false })))).toEqual(csv);
    const members = Buffer.concat([gzipSync(csv.subarray(0, 10)), gzipSync(csv.subarray(10))]);
    expect(await read(memorySource(members))).toEqual(csv);
    const mac = await zip({ 'a.csv': csv, '__MACOSX/._a.csv': 'resource fork' });
    expect(await read(memorySource(mac))).toEqual(csv);
  });

  it('unpack returns nothing for an empty file', async () => {
    expect(await read(memorySource(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string, RegExp]>([
    [
      'a zip of two files',
      () => zip({ 'a.csv': csv, 'b.csv': csv }),
      'archive-entries',
      /a\.csv, b\.csv/,
    ],
    ['an empty zip', () => zip({}), 'archive-entries', /no file/],
    [
      'a name with a folder',
      () => zip({ 'folder/a.csv': csv }),
      'archive-entries',
      /folder\/a\.csv/,
    ],
    [
      'a workbook',
      () => zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '' }),
      'unsupported-packing',
      /Excel/,
    ],
    [
      'a zip cut off',
      async () => (await zip({ 'a.csv': csv })).subarray(0, -30),
      'damaged-archive',
      /zip/,
    ],
    [
      'a zip with a changed byte',
      async () => changeByte(await zip({ 'a.csv': csv }, { compress: false }), 50),
      'damaged-archive',
      /CRC-32/,
    ],
    ['gzip cut off', () => gzipSync(csv).subarray(0, -12), 'damaged-archive', /gzip/],
    ['gzip with a changed byte', () => changeByte(gzipSync(csv), 20), 'damaged-archive', /gzip/],
    [
      'gzip that grows beyond reason',
      () => gzipSync(Buffer.alloc(5_000_000)),
      'expands-too-much',
      /100/,
    ],
    [
      'a zip that grows beyond reason',
      () => zip({ 'a.csv': Buffer.alloc(5_000_000) }),
      'expands-too-much',
      /100/,
    ],
    ['a RAR archive', () => Buffer.from('Rar!\u001a\u0007'), 'unsupported-packing', /RAR/],
    ['an LHA archive', () => Buffer.from('xx-lh5-'), 'unsupported-packing', /LHA/],
    ['a PDF', () => Buffer.from('%PDF-1.7'), 'unsupported-packing', /PDF/],
  ])('unpack refuses %s', async (_name, bytes, code, words) => {
    const [seen, message] = await refusal(await bytes());
    expect(seen).toBe(code);
    expect(message).toMatch(words);
  });

  it('unpack passes on an error of the service and does not blame the file', async () => {
    class Throttled extends Error {}
    for (const packed of [gzipSync(csv), await zip({ 'a.csv': csv })]) {
      const source: ByteSource = {
        size: packed.length,
        open: async (from, end) => {
          if (from > 0 || end > 8) throw new Throttled();
          return Readable.from([packed.subarray(from, end)]);
        },
      };
      await expect(read(source)).rejects.toBeInstanceOf(Throttled);
    }
  });
});

function changeByte(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}

import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { RefusedFile } from '../refusedFile.ts';
import type { ByteSource } from './byteSource.ts';
import { damagedArchive, isUnpackingError } from './damagedArchive.ts';

const STORED = 0;
const DEFLATED = 8;
/** Companion files that macOS packs with each file. */
const COMPANION = /^__MACOSX\//;

/**
 * Unpacks a zip with one file, using the directory at its end and its checksum and size. Throws
 * `RefusedFile` for several files, a name with folders, a password, a workbook, and a method other
 * than deflate (APPNOTE.TXT 4.4.5).
 */
export async function* unpackZip(source: ByteSource): AsyncGenerator<Uint8Array> {
  const failures = new ReaderFailures();
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(
      new SourceReader(source, failures),
      source.size,
      // The directory is read to its end before the entry is.
      { autoClose: false },
    );
    const entry = await onlyEntry(zip);
    let check = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      check = crc32(chunk, check);
      yield chunk;
    }
    if (check !== entry.crc32) throw damagedArchive('zip', `CRC-32 of ${entry.fileName}`);
  } catch (error) {
    if (failures.first !== undefined) throw failures.first;
    // yauzl has no error class of its own for a faulty zip.
    if (error instanceof RefusedFile || !isOfArchive(error)) throw error;
    throw damagedArchive('zip', error.message);
  }
}

/** Errors in reading the source, which are not the zip's fault. */
class ReaderFailures {
  first: unknown;
}

class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  readonly #failures: ReaderFailures;

  constructor(source: ByteSource, failures: ReaderFailures) {
    super();
    this.#source = source;
    this.#failures = failures;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#read(start, end), { objectMode: false });
  }

  async *#read(start: number, end: number) {
    try {
      yield* await this.#source.open(start, end);
    } catch (error) {
      this.#failures.first ??= error;
      throw error;
    }
  }
}

function isOfArchive(error: unknown): error is Error {
  return isUnpackingError(error) || (error instanceof Error && error.constructor === Error);
}

async function onlyEntry(zip: ZipFile): Promise<Entry> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === '[Content_Types].xml') throw workbook();
    if (!entry.fileName.endsWith('/') && !COMPANION.test(entry.fileName)) entries.push(entry);
    if (entries.length > 1) throw severalEntries(zip.entryCount, entries);
  }
  const [entry] = entries;
  if (!entry) throw severalEntries(0, []);
  if (entry.fileName.includes('/')) throw nameWithFolder(entry.fileName);
  if (entry.isEncrypted()) {
    throw new RefusedFile(
      'unsupported-packing',
      'パスワード付きのzipです。パスワードなしで送ってください。',
      'The zip is encrypted; expected one without a password.',
    );
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new RefusedFile(
      'unsupported-packing',
      `zipの圧縮方式${entry.compressionMethod}は使えません。deflate(8)にしてください。`,
      `The zip uses method ${entry.compressionMethod}; expected deflate (8) or stored (0).`,
    );
  }
  return entry;
}

function severalEntries(count: number, first: Entry[]): RefusedFile {
  const names = first.map(({ fileName }) => fileName).join(', ');
  return new RefusedFile(
    'archive-entries',
    count === 0
      ? 'zipにファイルがありません。1件だけ入れてください。'
      : `zipに複数のファイルがあります(${names} など${count}件)。1件だけにしてください。`,
    count === 0
      ? 'The zip contains no file; expected one.'
      : `The zip contains several files (${names}, ${count} entries in all); expected one.`,
  );
}

function nameWithFolder(name: string): RefusedFile {
  return new RefusedFile(
    'archive-entries',
    `zipのファイル名にフォルダーが含まれています: ${name}。ファイルだけを入れてください。`,
    `The name in the zip contains a folder: ${name}; expected a file without one.`,
  );
}

function workbook(): RefusedFile {
  return new RefusedFile(
    'unsupported-packing',
    'Excelのブック(.xlsx)です。CSVで保存してから送ってください。',
    'This is an Excel workbook (.xlsx); expected a CSV file.',
  );
}

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { COLUMNS, makeRow } from './makeRow.ts';

/** The contents of a file of invented books. */
export interface FeedFile {
  rows: number;
  /** 1 % of the rows are of this edition, all others of the first, which is 0. */
  edition: number;
}

const AT_ONCE = 1000;

const CHANGED_EVERY = 100;

/** Writes a file in windows-31j with CRLF, as partners send it. */
export async function writeFeed(path: string, file: FeedFile): Promise<void> {
  await pipeline(Readable.from(encode(file)), createWriteStream(path));
}

function* encode({ rows, edition }: FeedFile): Generator<Buffer> {
  yield iconv.encode(`${COLUMNS.join(',')}\r\n`, 'cp932');
  for (let first = 0; first < rows; first += AT_ONCE) {
    let text = '';
    for (let number = first; number < Math.min(first + AT_ONCE, rows); number += 1) {
      text += `${makeRow(number, number % CHANGED_EVERY === 0 ? edition : 0)
        .map(quote)
        .join(',')}\r\n`;
    }
    yield iconv.encode(text, 'cp932');
  }
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

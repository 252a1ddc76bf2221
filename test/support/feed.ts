import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A row of the partner's file, by the column names of the contract. */
export interface FeedRow {
  [column: string]: string;
}

let made = 0;

/** Writes a delta file in Shinkan's own CSV contract and returns its path. */
export function writeFeed(rows: FeedRow[], name = 'shinkan_20261124_delta_001.csv'): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => quote(row[column] ?? '')).join(','));
  return writeFile(name, `${[columns.join(','), ...lines].join('\r\n')}\r\n`);
}

/** Writes a file unchanged and returns its path. */
export function writeFile(name: string, content: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'shinkan-feed-')), name);
  writeFileSync(file, content);
  return file;
}

/** A new book unknown to other tests, announced for the first of next month. */
export function announcedBook(title: string, more: FeedRow = {}): FeedRow & { ISBN: string } {
  made += 1;
  const record = `TEST-${Date.now().toString(36)}-${made}`;
  return {
    更新区分: '新規',
    レコードID: record,
    書名: title,
    著者: '汐見透子|著|シオミトウコ',
    出版社: '架空書房',
    発売予定日: '2099年1月上旬'.replace('2099', String(new Date().getUTCFullYear() + 1)),
    本体価格: '1600',
    更新日時: new Date().toISOString(),
    ...more,
    ISBN: more.ISBN ?? inventIsbn(),
  };
}

let invented = 0;

/**
 * A formally valid ISBN that no other test gets: a thousand per process, in ranges that the demo
 * catalogue does not use.
 */
export function inventIsbn(): string {
  const serial = ((process.pid % 90_000) * 1000 + invented++) % 90_000_000;
  const body = `9784${String(serial).padStart(8, '0')}`;
  const sum = [...body].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

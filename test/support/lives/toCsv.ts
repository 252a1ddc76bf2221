import { FEED_COLUMNS } from '../feedRows.ts';
import { dayName } from './kinds.ts';
import type { DeliveredFile, Fault, Whole, Word } from './words.ts';

type Cells = { [column: string]: string };

const SPOILT: { [fault in Fault]: Cells } = {
  price: { 本体価格: '千六百' },
  date: { 発売予定日: '2027年13月' },
  isbn: { ISBN: '9784999999003' },
  title: { 書名: '' },
  // Spread over several lines, a row with a wrong number of cells is one bad row per line.
  cells: { 内容紹介: '' },
};

/** The file as the partner writes it. */
export function toCsv({ words, isUnreadable }: DeliveredFile): string {
  const header = isUnreadable ? FEED_COLUMNS.filter((column) => column !== '書名') : FEED_COLUMNS;
  return `${[header.join(','), ...words.map(toRow)].join('\r\n')}\r\n`;
}

function toRow(word: Word): string {
  const cells = {
    レコードID: word.record,
    更新日時: instantOf(word.time),
    ...saying(word),
  };
  const row = FEED_COLUMNS.map((column) => quote(cells[column as keyof typeof cells] ?? '')).join(
    ',',
  );
  return word.says === 'nothing readable' && word.fault === 'cells' ? `${row},,` : row;
}

function saying(word: Word): Cells {
  switch (word.says) {
    case 'whole':
      return { 更新区分: word.action, ...describe(word.whole) };
    case 'cancelled':
      return { 更新区分: '削除' };
    case 'price':
      return { 更新区分: '価格改定', 本体価格: String(word.price), 改定日: '2027-04-01' };
    case 'nothing readable':
      return { 更新区分: '変更', ...describe(word.whole), ...SPOILT[word.fault] };
  }
}

function describe(whole: Whole): Cells {
  return {
    ISBN: whole.isbn ?? '',
    書名: whole.title,
    巻次: whole.volume ?? '',
    出版社: '架空書房',
    発売予定日: whole.release.text,
    本体価格: whole.price === null ? '' : String(whole.price),
    解禁日: whole.publicFrom ?? '',
    内容紹介: whole.description ?? '',
  };
}

/** Every third time is written in UTC, so that sorting by text is not sorting by time. */
function instantOf(minutes: number): string {
  const inJapan = `${clockAt(minutes)}+09:00`;
  return minutes % 3 === 0 ? `${clockAt(minutes - 540)}Z` : inJapan;
}

function clockAt(minutes: number): string {
  const day = Math.floor(minutes / 1440);
  const rest = minutes - day * 1440;
  const hour = String(Math.floor(rest / 60)).padStart(2, '0');
  return `${dayName(day)}T${hour}:${String(rest % 60).padStart(2, '0')}:00`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { RefusedFile } from '../../../../services/ingest/refusedFile.ts';
import { type Staging, stageBytes } from './stageBytes.ts';

const time = '2027-01-05T05:00:00+09:00';
const header = '更新区分,レコードID,ISBN,書名,著者,出版社,発売予定日,本体価格,内容紹介,更新日時';
const good = (record: string) => `新規,${record},,題,,架空書房,2027年3月,1600,,${time}`;
const with_ = (record: string, cells: { [name: string]: string }) => {
  const values: { [name: string]: string } = {
    更新区分: '新規',
    レコードID: record,
    書名: '題',
    出版社: '架空書房',
    発売予定日: '2027年3月',
    更新日時: time,
    ...cells,
  };
  return header
    .split(',')
    .map((name) => values[name] ?? '')
    .join(',');
};
const lines = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const trc = (cells: { [at: number]: string }) =>
  Array.from({ length: 18 }, (_, at) => cells[at] ?? { 1: '題', 8: '2017.9' }[at] ?? '').join('\t');

type Expected =
  | { records: number; rejected: string[] }
  /** The whole file. */
  | { refused: string };
type Case = [name: string, bytes: string | Uint8Array, expected: Expected, staging?: Staging];

const asTrc: Staging = { profile: 'trc', fileKey: 'incoming/TRC_20170826.txt' };
const thousand = Array.from({ length: 1000 }, (_, index) => good(`K-${index}`));
const replaced = (at: number, row: string) =>
  thousand.map((each, index) => (index === at ? row : each));

const cases: Case[] = [
  // Quotes.
  [
    'a quotation mark that is never closed',
    lines(...replaced(300, '新規,"K')),
    { records: 1000, rejected: ['quote-not-closed'] },
  ],
  [
    'an open quotation mark in the first row',
    lines(...replaced(0, `"${good('K')}`)),
    { records: 1000, rejected: ['quote-not-closed'] },
  ],
  [
    'an open quotation mark in the last row',
    lines(...replaced(999, '"新規,K')),
    { records: 1000, rejected: ['quote-not-closed'] },
  ],
  [
    'two stray quotation marks far apart',
    lines(...thousand.map((row, at) => (at === 10 || at === 900 ? `"${row}` : row))),
    { records: 1000, rejected: ['quote-not-closed', 'quote-not-closed'] },
  ],
  [
    'a quotation mark in the middle of a cell',
    lines(good('A'), with_('B', { 書名: '題"と"題' }), good('C')),
    { records: 3, rejected: ['stray-quote'] },
  ],
  [
    'text behind a closing quotation mark',
    lines(good('A'), with_('B', { 書名: '"題"です' }), good('C')),
    { records: 3, rejected: ['stray-quote'] },
  ],
  // Shape.
  [
    'one cell too few',
    lines(good('A'), good('B').replace(',,', ','), good('C')),
    { records: 3, rejected: ['cell-count'] },
  ],
  [
    'one cell too many',
    lines(good('A'), `${good('B')},x`, good('C')),
    { records: 3, rejected: ['cell-count'] },
  ],
  [
    'a comma in a title without quotation marks',
    lines(with_('A', { 書名: '霧の駅, 二番線' }), good('B')),
    { records: 2, rejected: ['cell-count'] },
  ],
  [
    'columns shifted by one, with the right number of cells',
    lines(`${good('A').split(',').slice(1).join(',')},`, good('B')),
    { records: 2, rejected: ['unknown-choice'] },
  ],
  [
    'a row of commas alone',
    lines(good('A'), ','.repeat(9)),
    { records: 2, rejected: ['missing-value'] },
  ],
  ['empty lines between rows', lines(good('A'), '', '', good('B')), { records: 2, rejected: [] }],
  [
    'a last row without its end, where that is allowed',
    `${header}\n${good('A')}\n${good('B')}`,
    { records: 2, rejected: [] },
  ],
  [
    'a last row without its end, where that is not',
    `${trc({})}\r\n${trc({})}`,
    { records: 2, rejected: ['unterminated'] },
    asTrc,
  ],
  [
    'a file cut in the middle of a row',
    lines(good('A'), good('B')).slice(0, -30),
    { records: 2, rejected: ['cell-count'] },
  ],
  ['mixed line ends', `${header}\r\n${good('A')}\n${good('B')}\r\n`, { records: 2, rejected: [] }],
  [
    'a lone CR within a row',
    lines(with_('A', { 書名: '題\r名' }), good('B')),
    { records: 2, rejected: ['control-character'] },
  ],
  [
    'a record of more than 64 KB',
    lines(good('A'), with_('B', { 内容紹介: 'あ'.repeat(30_000) }), good('C')),
    { records: 3, rejected: ['record-too-long'] },
  ],
  [
    'a field longer than is kept',
    lines(good('A'), with_('B', { 書名: '題'.repeat(501) })),
    { records: 2, rejected: ['too-long'] },
  ],
  [
    'a title that breaks lines',
    lines(good('A'), with_('B', { 書名: '"題\n名"' }), good('C')),
    { records: 4, rejected: ['quote-not-closed', 'quote-not-closed'] },
  ],
  // Characters.
  [
    'a control character',
    lines(with_('A', { 書名: '題\u0007' }), good('B')),
    { records: 2, rejected: ['control-character'] },
  ],
  [
    'a character that turns the writing direction',
    lines(with_('A', { 書名: '題\u202e' }), good('B')),
    { records: 2, rejected: ['control-character'] },
  ],
  [
    'an end-of-file character at the very end',
    `${lines(good('A'))}\u001a`,
    { records: 1, rejected: [] },
  ],
  [
    'an end-of-file character before the end',
    lines(with_('A', { 書名: '題\u001a' }), good('B')),
    { records: 2, rejected: ['control-character'] },
  ],
  ['NUL', lines(with_('A', { 書名: '題\0' })), { refused: 'nul-byte' }],
  // Values.
  [
    'an ISBN with a wrong check digit',
    lines(with_('A', { ISBN: '9784999999003' })),
    { records: 1, rejected: ['isbn-check-digit'] },
  ],
  [
    'an ISBN that a spreadsheet made a number',
    lines(with_('A', { ISBN: '9.78E+12' })),
    { records: 1, rejected: ['isbn-number-form'] },
  ],
  [
    'the second barcode for an ISBN',
    lines(with_('A', { ISBN: '1920093016001' })),
    { records: 1, rejected: ['isbn-second-barcode'] },
  ],
  [
    'a word for an ISBN',
    lines(with_('A', { ISBN: '未定' })),
    { records: 1, rejected: ['isbn-form'] },
  ],
  [
    'a negative price',
    lines(with_('A', { 本体価格: '-1' })),
    { records: 1, rejected: ['price-form'] },
  ],
  [
    'a price with a fraction',
    lines(with_('A', { 本体価格: '1600.5' })),
    { records: 1, rejected: ['price-form'] },
  ],
  [
    'a date that no calendar has',
    lines(with_('A', { 発売予定日: '2027-02-30' })),
    { records: 1, rejected: ['impossible-date'] },
  ],
  [
    'a date that a spreadsheet made a number',
    lines(with_('A', { 発売予定日: '46095' })),
    { records: 1, rejected: ['excel-serial'] },
  ],
  [
    'a date without its year',
    lines(with_('A', { 発売予定日: '3月14日' })),
    { records: 1, rejected: ['year-missing'] },
  ],
  [
    'a date far in the future that stands for none',
    lines(with_('A', { 発売予定日: '9999/12/31' })),
    { records: 1, rejected: ['out-of-range'] },
  ],
  [
    'a status for a date',
    lines(with_('A', { 発売予定日: '発売中止' })),
    { records: 1, rejected: ['status-not-date'] },
  ],
  [
    'an action that is none',
    lines(with_('A', { 更新区分: '更新' })),
    { records: 1, rejected: ['unknown-choice'] },
  ],
  ['no record id', lines(with_('', {})), { records: 1, rejected: ['missing-value'] }],
  [
    'a time without its offset',
    lines(with_('A', { 更新日時: '2027-01-05 05:00:00' })),
    { records: 1, rejected: ['instant-form'] },
  ],
  [
    'a person without a name',
    lines(with_('A', { 著者: '|著|' })),
    { records: 1, rejected: ['people-form'] },
  ],
  [
    'a formula for a title, which is text like any other',
    lines(with_('A', { 書名: '=HYPERLINK(A1)' })),
    { records: 1, rejected: [] },
  ],
  [
    'everything wrong at once',
    lines('x', '"', ',,', good('A')),
    { records: 4, rejected: ['cell-count', 'quote-not-closed', 'cell-count'] },
  ],
  // Whole files.
  ['nothing', '', { records: 0, rejected: [] }],
  ['line ends alone', '\n\n\n', { records: 0, rejected: [] }],
  ['a header alone', `${header}\n`, { records: 0, rejected: [] }],
  [
    'a header twice, the second time as a row',
    lines(header, good('A')),
    { records: 2, rejected: ['unknown-choice'] },
  ],
  ['no header', `${good('A')}\n`, { refused: 'wrong-profile' }],
  [
    'a header without a column that must be there',
    lines(good('A')).replace('書名', '品名'),
    { refused: 'missing-column' },
  ],
  ['a column twice', lines(good('A')).replace('内容紹介', '書名'), { refused: 'doubled-column' }],
  ['another partner’s file', `${trc({})}\r\n`, { refused: 'wrong-profile' }],
  [
    'HTML, as a failed download leaves it',
    '<!DOCTYPE html>\n<html><body>503</body></html>\n',
    { refused: 'wrong-profile' },
  ],
  ['an archive that was not unpacked', gzipSync(lines(good('A'))), { refused: 'wrong-encoding' }],
  [
    'windows-31j that was declared UTF-8',
    iconv.encode(lines(good('A')), 'cp932'),
    { refused: 'wrong-encoding' },
  ],
  [
    'UTF-8 that was declared windows-31j',
    lines(good('A')),
    { refused: 'wrong-encoding' },
    { encoding: 'cp932' },
  ],
  [
    'EUC-JP that was declared UTF-8',
    iconv.encode(lines(good('A')), 'eucjp'),
    { refused: 'wrong-encoding' },
  ],
  [
    'UTF-16 that was declared UTF-8',
    iconv.encode(`\ufeff${lines(good('A'))}`, 'utf-16le'),
    { refused: 'wrong-encoding' },
  ],
  [
    'a file cut within a character',
    Buffer.from(lines(good('A'), '新規,題')).subarray(0, -2),
    { refused: 'wrong-encoding' },
  ],
  [
    'one byte that is no UTF-8, in the middle',
    damaged(lines(...thousand)),
    { refused: 'wrong-encoding' },
  ],
  [
    'TRC with commas for tabs',
    `${trc({}).replaceAll('\t', ',')}\r\n`,
    { refused: 'wrong-profile' },
    asTrc,
  ],
  [
    'TRC with one cell too few',
    `${trc({})}\r\n${trc({}).slice(1)}\r\n${trc({})}\r\n`,
    { records: 3, rejected: ['cell-count'] },
    asTrc,
  ],
  [
    'TRC with a quotation mark, which is data there',
    `${trc({ 1: '"題' })}\r\n`,
    { records: 1, rejected: [] },
    asTrc,
  ],
  [
    'TRC without a title',
    `${trc({ 1: '' })}\r\n${trc({})}\r\n`,
    { records: 2, rejected: ['missing-value'] },
    asTrc,
  ],
];

function damaged(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  bytes[Math.floor(bytes.length / 2)] = 0xff;
  return bytes;
}

describe('bar 17 ingest accounting', () => {
  it('the samples are at least forty kinds of bad files, each with a unique name', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });

  it.each(cases)('%s', async (_name, bytes, expected, staging) => {
    const result = await stageBytes(bytes, staging).catch((error: unknown) => {
      if (error instanceof RefusedFile) return error;
      throw error;
    });
    if (result instanceof RefusedFile) return expect({ refused: result.code }).toEqual(expected);
    const { report, staged, rejects } = result;
    expect({
      records: report.records,
      rejected: rejects.map(({ reason_code }) => reason_code),
    }).toEqual(expected);
    const accepted = staged.filter(({ action }) => action !== 'SEEN').length;
    expect(accepted + rejects.length).toBe(report.records);
    expect(report.rejected).toBe(rejects.length);
  });
});

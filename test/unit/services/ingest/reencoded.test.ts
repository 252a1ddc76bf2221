import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { INVENTED_WEEK, REAL_WEEKS, trcFile } from '../../../support/trcWeeks.ts';
import { type Staging, stageBytes } from './stageBytes.ts';

const header =
  '更新区分,レコードID,ISBN,書名,著者,出版社,発売予定日,本体価格,内容紹介,更新日時'.split(',');
const time = '2027-01-05T05:00:00+09:00';
// Each contains characters that tables of old encodings confuse.
const books: string[][] = [
  [
    '新規',
    'K-1',
    '978-4-9999990-0-2',
    '海〜空―夜の①',
    '髙見透子|著|',
    '架空書房',
    '2027年3月中旬',
    '¥1600',
    '一行目\n"二"行目, 続き',
    time,
  ],
  [
    '新規',
    'K-2',
    '',
    '表ソ能‖−霧の駅',
    '三田村遥|著|ミタムラ;北原新|絵|',
    '架空書房',
    '2027年春以降',
    '1800',
    '',
    time,
  ],
  [
    '変更',
    'K-3',
    '４９９９９９９０１３',
    'ｶﾀｶﾅとＡＢＣ',
    '',
    '﨑書房㈱',
    '令和9年4月',
    '￥2,000',
    '価格は¥2000〜',
    time,
  ],
];

const ENCODINGS: [string, string, string][] = [
  ['utf-8', 'utf8', ''],
  ['utf-8 with its mark', 'utf8', '\ufeff'],
  ['windows-31j', 'cp932', ''],
  ['euc-jp', 'eucjp', ''],
  ['utf-16 with its mark', 'utf-16le', '\ufeff'],
  ['utf-16be', 'utf-16be', ''],
];

function encode(text: string, name: string): Buffer {
  // As a partner's tool would: the yen sign becomes the byte that is displayed as one.
  const carried = name === 'cp932' || name === 'eucjp' ? forOldEncodings(text) : text;
  return iconv.encode(carried, name);
}

function forOldEncodings(text: string): string {
  return text
    .replaceAll('¥', '\\')
    .replaceAll('〜', '～')
    .replaceAll('—', '―')
    .replaceAll('‖', '∥')
    .replaceAll('−', '－');
}

async function hashes(bytes: Uint8Array, staging: Staging) {
  const { staged, rejects } = await stageBytes(bytes, staging);
  expect(rejects).toEqual([]);
  return staged.map((row) => [
    row.book_id,
    row.record_key,
    row.content_hash,
    row.price,
    row.release_order,
  ]);
}

describe('the same books in another encoding', () => {
  it.each(
    ENCODINGS.flatMap(([encoding, name, mark]) =>
      ['\n', '\r\n', '\r'].flatMap((end) =>
        [false, true].map((isQuoted) => [encoding, name, mark, end, isQuoted] as const),
      ),
    ),
  )(
    'hashBook is unchanged for books re-encoded in %s %#',
    async (encoding, name, mark, end, isQuoted) => {
      const cell = (text: string) =>
        isQuoted || /[",\n]/.test(text)
          ? `"${text.replaceAll('"', '""').replaceAll('\n', end)}"`
          : text;
      const file = [header, ...books].map((row) => row.map(cell).join(',') + end).join('');
      const expected = await hashes(
        Buffer.from(
          [header, ...books]
            .map((row) => `${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\n`)
            .join(''),
        ),
        {},
      );
      const declared = encoding.split(' ')[0] ?? '';
      expect(await hashes(encode(mark + file, name), { encoding: declared })).toEqual(expected);
    },
  );

  const [firstWeek = ''] = REAL_WEEKS;
  // Five of the 32 invented rows and 128 of the 12,769 real ones contain a character for which
  // windows-31j has not even a twin.
  it.for([
    { encoding: 'windows-31j', name: 'cp932', weeks: [INVENTED_WEEK], enough: 25 },
    { encoding: 'euc-jp', name: 'eucjp', weeks: [INVENTED_WEEK], enough: 25 },
    { encoding: 'utf-16', name: 'utf-16le', weeks: [INVENTED_WEEK], enough: 31 },
    { encoding: 'windows-31j', name: 'cp932', weeks: REAL_WEEKS, enough: 12_500 },
    { encoding: 'euc-jp', name: 'eucjp', weeks: [firstWeek], enough: 1500 },
    { encoding: 'utf-16', name: 'utf-16le', weeks: [firstWeek], enough: 1500 },
  ])(
    'hashBook is unchanged for rows of TRC from $weeks.0 re-encoded in $encoding, except for unsupported characters',
    async ({ encoding, name, weeks, enough }, context) => {
      let compared = 0;
      for (const file of weeks.map((week) => trcFile(week, context))) {
        const text = readFileSync(file, 'utf8');
        const kept = text
          .split('\r\n')
          .filter((line) => canCarry(line, name))
          .join('\r\n');
        const staging = { profile: 'trc', fileKey: `incoming/${basename(file)}` };
        const original = await hashes(Buffer.from(kept), staging);
        expect(await hashes(encode(kept, name), { ...staging, encoding })).toEqual(original);
        compared += original.length;
      }
      expect(compared).toBeGreaterThan(enough);
    },
  );
});

function canCarry(line: string, name: string): boolean {
  if (name.startsWith('utf')) return true;
  const carried = forOldEncodings(line);
  return iconv.decode(iconv.encode(carried, name), name) === carried;
}

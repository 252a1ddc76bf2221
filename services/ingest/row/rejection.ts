import { cutText } from '../../lib/cutText.ts';
import type { ReleaseDateReason } from '../release-date/refusedDate.ts';

/** Why one row is rejected. */
export type RejectionCode =
  | ReleaseDateReason
  | 'quote-not-closed'
  | 'stray-quote'
  | 'record-too-long'
  | 'unterminated'
  | 'cell-count'
  | 'missing-value'
  | 'too-long'
  | 'control-character'
  | 'line-break'
  | 'isbn-form'
  | 'isbn-check-digit'
  | 'isbn-number-form'
  | 'isbn-second-barcode'
  | 'price-form'
  | 'day-form'
  | 'instant-form'
  | 'people-form'
  | 'integer-form'
  | 'address-form'
  | 'unknown-choice'
  | 'unknown-record';

/** A rejected row: its position, the code, and a description. */
export interface Rejection {
  column: string | null;
  code: RejectionCode;
  reason: string;
}

type Words = readonly [japanese: string, english: string];

/** What each code says about the text in a cell: 「…」は○○。 / "…" is …. */
const WORDS: { [code in RejectionCode]: Words } = {
  'quote-not-closed': ['引用符が閉じられていません', 'opens a quotation mark that is not closed'],
  'stray-quote': ['余分な引用符があります', 'has a quotation mark where none may stand'],
  'record-too-long': ['1行が64 KBを超えています', 'is longer than 64 KB'],
  unterminated: [
    '改行で終わっていません(ファイルが途中で切れた可能性があります)',
    'has no line end: the file may have been cut off',
  ],
  'cell-count': ['列の数が違います', 'has another number of cells'],
  'missing-value': ['空です。値が必要です', 'is empty; expected a value'],
  'too-long': ['長すぎます', 'is too long'],
  'control-character': ['制御文字を含んでいます', 'holds a control character'],
  'line-break': ['改行を含んでいます', 'holds a line break'],
  'isbn-form': ['ISBNの形ではありません', 'is not an ISBN'],
  'isbn-check-digit': ['ISBNのチェックディジットが合いません', 'has a wrong ISBN check digit'],
  'isbn-number-form': [
    '表計算ソフトで丸められたISBNです',
    'is an ISBN that a spreadsheet turned into a number',
  ],
  'isbn-second-barcode': [
    '2段目のバーコードでありISBNではありません',
    'is the second barcode and not the ISBN',
  ],
  'price-form': ['円の価格として読めません', 'is not a price in yen'],
  'day-form': ['YYYY-MM-DDの日付ではありません', 'is not a day written YYYY-MM-DD'],
  'instant-form': [
    '時差付きのISO 8601日時ではありません',
    'is not an ISO 8601 time with an offset',
  ],
  'people-form': ['「氏名|役割|カナ」の形ではありません', 'is not 氏名|役割|カナ'],
  'integer-form': ['整数ではありません', 'is not a whole number'],
  'address-form': ['httpsのアドレスではありません', 'is not an https address'],
  'unknown-choice': ['この列にない値です', 'is not one of the allowed values'],
  'unknown-record': ['知られていないレコードです', 'is a record that is not known'],
  'unknown-form': ['発売日として読めません', 'is not a known form of a release date'],
  'impossible-date': ['暦にない日付です', 'is a date that no calendar has'],
  'out-of-range': ['年が1900〜2098の範囲にありません', 'has a year outside 1900 to 2098'],
  'era-out-of-range': ['その元号の期間にありません', 'lies before its era began'],
  'era-unsupported': ['昭和より前の元号です', 'is in an era before 昭和'],
  'year-missing': ['年がありません', 'has no year'],
  'two-digit-year': ['年が2桁です', 'has a year of two digits'],
  'year-not-first': ['年が先頭にありません', 'does not begin with the year'],
  'ambiguous-digits': ['数字だけでは日付を決められません', 'is digits that could be several dates'],
  'excel-serial': ['表計算ソフトの日付の通し番号です', 'is a serial number of a spreadsheet'],
  'number-form': ['日付が数値に変わっています', 'is a date that was turned into a number'],
  'no-base-date': [
    '基準日がないため決められません(ファイル名に日付が必要です)',
    'counts from a base date that the file name does not give',
  ],
  'reversed-range': ['終わりが始まりより前です', 'ends before it begins'],
  'weekday-mismatch': ['曜日が日付と合いません', 'has a weekday that is not the day’s'],
  'status-not-date': ['日付ではなく状態です', 'is a status and not a date'],
  'several-dates': ['日付が2つ以上あります', 'holds several dates'],
  'onix-format-unsupported': ['対応していないONIX日付形式です', 'is an ONIX date format not read'],
};

/** Describes a rejection in both languages: `line 41, 本体価格: "abc" is not a price in yen`. */
export function describeRejection(
  line: number | string,
  column: string | null,
  code: RejectionCode,
  seen: string,
  detail?: Words,
): Rejection {
  const [japanese, english] = WORDS[code];
  const shown = seen.length > 80 ? `${cutText(seen, 80)}…` : seen;
  const place = column === null ? '' : ` ${column}`;
  const reason =
    `${line}行目${place}: 「${shown}」は${japanese}${detail ? `(${detail[0]})` : ''}。 / ` +
    `line ${line}${place === '' ? '' : `,${place}`}: "${shown}" ${english}${detail ? ` (${detail[1]})` : ''}`;
  return { column, code, reason: cutText(reason, 1000) };
}

import { readNumeral } from './readNumeral.ts';

/** A text that ends in a volume form. */
export interface VolumeForm {
  /** The text before the form, as written; empty if there is only the form. */
  name: string;
  /** Null if volume and issue, or a supplement, make no single number. */
  number: number | null;
}

const ARABIC = '\\d{1,4}(?:\\.\\d{1,2})?';
const NUMERAL = `(?:${ARABIC}|[①-⑳]|[Ⅰ-Ⅻ]|[〇一二三四五六七八九十百]{1,5})`;
const UNIT = '[巻集号部冊編篇輯弾]|分冊|ノ巻|之巻|の巻';
const WORD =
  '(?:vol(?:ume)?s?\\.?|no\\.?|#|part\\.?|step|stage|issue|episode|パート|ステップ|エピソード|巻ノ?|巻之|巻の|その)';
const START = '(?:^|[\\s〈<《「『・:]|(?<=[\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Han}ー!?。)\\]♥☆★]))';

/** The date of an issue, as in `No.128(2017.8)`: part of the form before it. */
const ISSUE_DATE = /\s*\([^()]*(?:\d{4}|平成|令和|[春夏秋冬]|\d月)[^()]*\)$/u;
/** Volume and issue: no single number. */
const ISSUE_OF_VOLUME =
  /(?:^|\s|(?<=[^\w.]))(?:vol(?:ume)?\.?\s*\d+\s*[-/]?\s*no\.?\s*\d+|第?\d+巻\s*(?:第?\d+号|-?\d+))$/iu;
const SUPPLEMENT = /(?:^|\s)別[巻冊]\s*\d*$/u;

const NUMBERED = [
  // 第3巻, 第三部, 第13
  new RegExp(`${START}第(${NUMERAL})(?:${UNIT})?$`, 'iu'),
  // 3巻, 31号; a kanji numeral may be part of a word: 一部
  new RegExp(`(?:^|[\\s])(${NUMERAL})(?:${UNIT})$`, 'iu'),
  new RegExp(`(?<=\\D)(${ARABIC})巻$`, 'iu'),
  // Vol.3, No.3, #3, Part2, 巻3, その3; also directly after a year: 2018Vol.5
  new RegExp(`(?:^|\\s|(?<=[^a-z.]))${WORD}\\s*(${NUMERAL})$`, 'iu'),
  // (3), 〈3〉
  new RegExp(
    `\\s*[(〈<《【\\[](?:第|vol\\.?|no\\.?)?\\s*(${NUMERAL})(?:${UNIT})?[)〉>》】\\]]$`,
    'iu',
  ),
  // 3 after a space
  new RegExp(`(?:^|\\s)(${ARABIC}|[①-⑳]|[Ⅰ-Ⅻ]|[ivx]{2,4}|[一二三四五六七八九十]{1,3})$`, 'iu'),
  // 主任編1, 2018年度版5, 2019年度3: a number within a part or an annual edition
  /(?<=\s\S*(?:編|篇|版|年度|年|コレクション))(\d{1,3})$/u,
  // 2017大阪府4: after a word that begins with the year
  /(?<=\s(?:19|20)\d\d\S*\p{L})(\d{1,3})$/u,
];

const PLACES: { [place: string]: number } = { 上: 1, 前: 1, 中: 2, 下: 3, 後: 3 };
const PLACED = [
  /(?:^|\s|(?<=\s\S*[版編篇]))([上中下])[巻編篇]?$/u,
  /([上中下])巻$/u,
  /(?:^|\s)([前中後])[編篇]$/u,
  /\s*[(〈<《【[]([上中下])[巻編篇]?[)〉>》】\]]$/u,
  /\s*[(〈<《【[]([前中後])[編篇][)〉>》】\]]$/u,
];
/** 4上: half of a volume. 上1: a part of a half. */
const HALVED = /(?:^|\s)(\d{1,3})[上中下]$/u;
const PARTED = /(?:^|\s)[上中下]\d{1,2}$/u;

/** Words with a number of their own, which is not a volume. */
const PRODUCT =
  /(?:windows|iphone|ipad|ios|android|office|excel|word|access|engine|playstation|ps)$/iu;

/**
 * Parses the volume form at the end of a title, or of a column that contains nothing else: 3, 第3巻,
 * Vol.3, (3), Ⅲ, 上, 後編. 上, 中 and 下 are 1, 2 and 3, because a row does not tell whether there is a
 * 中.
 * @returns null if there is none; four digits that are a year, an edition (第2版) and a date do not
 * count.
 */
export function readVolumeForm(text: string): VolumeForm | null {
  const whole = narrow(text).trimEnd();
  const plain = whole.replace(ISSUE_DATE, '');
  const form = findForm(plain);
  if (form === null) return null;
  const name = text.slice(0, form.start).trim();
  return { name, number: form.number };
}

function findForm(plain: string): { start: number; number: number | null } | null {
  for (const none of [ISSUE_OF_VOLUME, SUPPLEMENT, PARTED]) {
    const match = none.exec(plain);
    if (match) return { start: match.index, number: null };
  }
  const half = HALVED.exec(plain);
  if (half) return { start: half.index, number: Number(half[1]) };
  for (const form of PLACED) {
    const match = form.exec(plain);
    if (match) return { start: match.index, number: PLACES[match[1] ?? ''] ?? null };
  }
  for (const form of NUMBERED) {
    const match = form.exec(plain);
    const number = match && readNumeral(match[1] ?? '');
    if (!match || number === null) continue;
    if (isYear(match[1] ?? '') || PRODUCT.test(plain.slice(0, match.index))) return null;
    return { start: match.index, number };
  }
  return null;
}

function isYear(numeral: string): boolean {
  return /^(?:19|20)\d\d(?:\.\d+)?$/.test(numeral);
}

/** Converts to half width character by character, so that positions do not change. */
function narrow(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, ' ');
}

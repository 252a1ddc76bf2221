import { NEW_KANJI, OLD_KANJI } from '../../domain/text/oldKanji.ts';

/** How a reader, a file or another shop may write a title differently; the same for each call. */
export interface Variant {
  kind: string;
  text: string;
}

type Draw = () => number;

const HALF_WIDTH = new Map<string, string>();
for (let code = 0xff66; code <= 0xff9d; code += 1) {
  const half = String.fromCharCode(code);
  HALF_WIDTH.set(half.normalize('NFKC'), half);
  for (const mark of ['ﾞ', 'ﾟ']) {
    const whole = `${half}${mark}`.normalize('NFKC');
    if (whole.length === 1) HALF_WIDTH.set(whole, `${half}${mark}`);
  }
}
const SMALL = 'ぁぃぅぇぉっゃゅょァィゥェォッャュョ';
const LARGE = 'あいうえおつやゆよアイウエオツヤユヨ';
const LONG_MARKS = ['ｰ', '-', '−', '―', '‐', '–', '〜', '～'];
const DASHES = ['-', '－', '‐', '−', '―', '–', '〜', '～'];
const ROWS = [
  'アカガサザタダナハバパマヤラワャァ',
  'イキギシジチヂニヒビピミリィ',
  'ウクグスズツヅヌフブプムユルュゥ',
  'エケゲセゼテデネヘベペメレェ',
  'オコゴソゾトドノホボポモヨロョォ',
];
const ROMAN = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', 'Ⅵ', 'Ⅶ', 'Ⅷ', 'Ⅸ', 'Ⅹ', 'Ⅺ', 'Ⅻ'];
const LATIN_ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const KANJI = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

const WRITERS: Record<string, (title: string, draw: Draw) => string> = {
  'half width': (title) => each(title, (sign) => HALF_WIDTH.get(sign) ?? narrow(sign)),
  'full width': (title) =>
    each(title, (sign) =>
      sign > ' ' && sign <= '~'
        ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
        : sign === ' '
          ? '　'
          : sign,
    ),
  hiragana: (title) => each(title, (sign) => shift(sign, 'ァ', 'ヶ', -0x60)),
  katakana: (title) => each(title, (sign) => shift(sign, 'ぁ', 'ゖ', 0x60)),
  'large kana': (title) => each(title, (sign) => LARGE[SMALL.indexOf(sign)] ?? sign),
  'long marks': (title, draw) => title.replace(/(?<=[ァ-ヺ])ー/gu, () => pick(LONG_MARKS, draw)),
  'long marks as vowels': (title) =>
    title.replace(/([ァ-ヺ])ー(?!ー)/gu, (both, kana) => {
      const row = ROWS.findIndex((signs) => signs.includes(kana));
      return row < 0 ? both : `${kana}${'アイウエオ'[row]}`;
    }),
  dashes: (title, draw) => title.replace(/[-‐−―–〜～]/gu, () => pick(DASHES, draw)),
  'old kanji': (title) => each(title, (sign) => OLD_KANJI[NEW_KANJI.indexOf(sign)] ?? sign),
  'wide spaces': (title) => title.replaceAll(' ', '　'),
  'no spaces': (title) => title.replaceAll(/(?<!\d)[ 　]|[ 　](?!\d)/gu, ''),
  'no middle dots': (title) => title.replaceAll(/(?<![\dⅠ-Ⅻ])・/gu, ''),
  'spaces for middle dots': (title) => title.replaceAll('・', ' '),
  'other brackets': (title) =>
    title.replace(
      /[「」『』()〈〉《》<>【】]/gu,
      (sign) => '『』「」（）【】〔〕［］＜＞'['「」『』()〈〉《》<>【】'.indexOf(sign)] ?? sign,
    ),
  'other case': (title) =>
    each(title, (sign) => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())),
  accents: (title) => title.replace(/(?<=[A-Za-z])[aeiou](?=[a-z])/gu, (vowel) => `${vowel}\u0301`),
  'iteration marks': (title) =>
    title.replace(/([\u4e00-\u9fff])\1/gu, '$1々').replace(/([か-とは-ほ])\1/gu, '$1ゝ'),
};

/** The titles that end in a volume, 3, 第3巻, 上 or 下巻, with each other form of it. */
const VOLUME =
  /^(?<head>.*\S) (?:第(?<ordinal>\d{1,2})巻|(?<digits>\d{1,2})|(?<part>[上中下])巻?)$/u;

export function titleVariants(title: string, seed: number): Variant[] {
  let state = seed * 2_654_435_761 + 1;
  const draw = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const nfkc = title.normalize('NFKC');
  const written = Object.entries(WRITERS).map(([kind, write]) => ({
    kind,
    text: write(['half width', 'full width'].includes(kind) ? nfkc : title, draw),
  }));
  // Two variations at once, as in an old system's files.
  const both = ['hiragana', 'long marks', 'old kanji', 'full width'].map((kind) => {
    const other = pick(['no middle dots', 'wide spaces', 'dashes', 'other case'], draw);
    const twice = WRITERS[other]?.(WRITERS[kind]?.(title, draw) ?? title, draw) ?? title;
    return { kind: `${kind} and ${other}`, text: twice };
  });
  const seen = new Set([title]);
  return [...written, ...both, ...volumeForms(title)].filter(({ text }) => {
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function volumeForms(title: string): Variant[] {
  const { head, ordinal, digits, part } = VOLUME.exec(title)?.groups ?? {};
  if (head === undefined) return [];
  const tails = part ? partTails(part) : numberTails(Number(ordinal ?? digits));
  return tails.map((tail) => ({ kind: 'volume', text: `${head}${tail}` }));
}

function partTails(part: string): string[] {
  return [
    ` ${part}`,
    ` ${part}巻`,
    `${part}巻`,
    `(${part})`,
    `（${part}）`,
    ` (${part}巻)`,
    `　${part}`,
  ];
}

function numberTails(number: number): string[] {
  const wide = `${number}`.replace(/\d/gu, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
  const plain = [
    ` ${number}`,
    ` 第${number}巻`,
    `第${number}巻`,
    ` ${number}巻`,
    `(${number})`,
    `（${wide}）`,
  ];
  const others = [
    ` vol.${number}`,
    ` Vol. ${number}`,
    ` VOL${wide}`,
    ` #${number}`,
    `　${wide}`,
    ` ${`${number}`.padStart(2, '0')}`,
  ];
  const numerals = [
    ` ${ROMAN[number - 1]}`,
    ` ${LATIN_ROMAN[number - 1]}`,
    `第${KANJI[number - 1]}巻`,
    ` 巻${KANJI[number - 1]}`,
    ` ${KANJI[number - 1]}`,
    String.fromCharCode(0x2460 + number - 1),
  ];
  return [...plain, ...others, ...(number >= 1 && number <= 12 ? numerals : [])];
}

function each(text: string, write: (sign: string) => string): string {
  return [...text].map(write).join('');
}

function narrow(sign: string): string {
  return sign === '　' ? ' ' : sign;
}

function shift(sign: string, from: string, to: string, by: number): string {
  return sign >= from && sign <= to ? String.fromCharCode(sign.charCodeAt(0) + by) : sign;
}

function pick<T>(from: T[], draw: Draw): T {
  return from[Math.floor(draw() * from.length)] as T;
}

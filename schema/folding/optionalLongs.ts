import { LONG, type Sign } from './sign.ts';

/**
 * Words whose long mark at the end many leave out (JIS Z 8301, annex G), also before another word:
 * ユーザインタフェース. Folded, without the mark.
 */
const STEMS = [
  'あだぷた',
  'いんた',
  'えでいた',
  'えねるぎ',
  'かうんた',
  'かてごり',
  'きやらくた',
  'こんとろーら',
  'こんぴゆーた',
  'さーば',
  'すきやな',
  'すぴーか',
  'せきゆりてい',
  'せんさ',
  'だうんろーだ',
  'でいれくとり',
  'でざいな',
  'てくのろじ',
  'どらいば',
  'ぱらめーた',
  'ふいるた',
  'ふおるだ',
  'ぶらうざ',
  'ぷりんた',
  'ぷろぐらま',
  'ぷろばいだ',
  'へつだ',
  'まねーじや',
  'めーか',
  'めもり',
  'もーた',
  'ゆーざ',
  'らいぶらり',
  'るーた',
  'れーざ',
];

/** Endings of katakana words of three sounds or more, behind which the mark may stand or be missing. */
const ENDINGS = ['た', 'だ', 'ば', 'ざ', 'さ', 'ら', 'てい'];
/** Other words than those with the mark. */
const OTHER_WORDS = ['どらま'];

/** Places in a text where a long mark may be left out, and behind which one may be put. */
export interface OptionalLongs {
  left: Set<number>;
  put: Set<number>;
}

export function findOptionalLongs(signs: Sign[]): OptionalLongs {
  const found: OptionalLongs = { left: new Set(), put: new Set() };
  let run = '';
  signs.forEach(({ sign, source }, index) => {
    const isKatakana = (source >= 'ァ' && source <= 'ヺ') || source === LONG;
    if (isKatakana) run += sign;
    const isLast = !isKatakana || index === signs.length - 1;
    if (isLast && run.length > 2) {
      addOf(run, index - run.length + (isKatakana ? 1 : 0), found);
    }
    if (!isKatakana) run = '';
  });
  return found;
}

function addOf(run: string, start: number, found: OptionalLongs): void {
  const ends: number[] = [];
  STEMS.forEach((stem) => {
    const at = run.indexOf(stem);
    if (at >= 0) ends.push(at + stem.length);
  });
  const bare = run.endsWith(LONG) ? run.slice(0, -1) : run;
  const isEnding = bare.length > 2 && ENDINGS.some((ending) => bare.endsWith(ending));
  if (isEnding && !OTHER_WORDS.includes(bare)) ends.push(bare.length);
  ends.forEach((end) => {
    if (run.charAt(end) === LONG) found.left.add(start + end);
    else found.put.add(start + end - 1);
  });
}

import { LONG, type Sign } from './sign.ts';

/**
 * Words whose final long mark is often omitted (JIS Z 8301, annex G), also before another word:
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

/** Endings of katakana words of three sounds or more after which the mark is optional. */
const ENDINGS = ['た', 'だ', 'ば', 'ざ', 'さ', 'ら', 'てい'];
/** Words that differ from those with the mark. */
const OTHER_WORDS = ['どらま'];

/**
 * Returns the places of long marks in a text that may be omitted, and of kana after which one may
 * be inserted. A reader may do so at some of them and not at others: each set of places is another
 * spelling.
 */
export function otherLongs(signs: Sign[]): Set<number>[] {
  const places = findOptionalLongs(signs);
  const [first, second] = places;
  if (first === undefined) return [];
  if (second === undefined) return [new Set([first])];
  if (places.length === 2) return [new Set([first]), new Set([second]), new Set(places)];
  // If there are many: all omitted, all inserted, or both.
  const left = places.filter((place) => signs[place]?.sign === LONG);
  const put = places.filter((place) => signs[place]?.sign !== LONG);
  return [left, put, places].filter(({ length }) => length > 0).map((some) => new Set(some));
}

function findOptionalLongs(signs: Sign[]): number[] {
  const found = new Set<number>();
  let run = '';
  signs.forEach(({ source, sign }, index) => {
    const isKatakana = (source >= 'ァ' && source <= 'ヺ') || source === LONG;
    if (isKatakana) run += sign;
    const isLast = !isKatakana || index === signs.length - 1;
    if (isLast && run.length > 2) {
      const start = index - run.length + (isKatakana ? 1 : 0);
      for (const end of endsOf(run)) found.add(start + end - (run[end] === LONG ? 0 : 1));
    }
    if (!isKatakana) run = '';
  });
  return [...found];
}

/** Returns where in a run of katakana words end that may have a long mark there. */
function endsOf(run: string): number[] {
  const ends = STEMS.map((stem) => {
    const at = run.indexOf(stem);
    return at < 0 ? -1 : at + stem.length;
  }).filter((end) => end > 0);
  const bare = run.endsWith(LONG) ? run.slice(0, -1) : run;
  const isEnding = bare.length > 2 && ENDINGS.some((ending) => bare.endsWith(ending));
  return isEnding && !OTHER_WORDS.includes(bare) ? [...ends, bare.length] : ends;
}

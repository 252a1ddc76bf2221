import type { RDSRequest } from '@aws-appsync/utils';
import { APART } from '../../schema/folding/folding.ts';
import { gramAt, isPosted } from '../../schema/folding/gramAt.ts';
import { query, type Value } from './query.ts';
import type { Row } from './rows.ts';
import { number } from './values.ts';

/** How books are found that contain words. */
export type SearchPlan =
  /** Nothing contains them. */
  | { by: 'nothing' }
  /** By the postings of two characters, those with the fewest of all that were asked for. */
  | { by: 'gram'; gram: number; few: boolean }
  /** By those of one character and whatever stands behind it: few, or there is no use in them. */
  | { by: 'letter'; letter: number; few: boolean };

/** Looked at in each search: the first so many of the two-character pieces, kanji before kana. */
const MOST_GRAMS = 12;
/** So many postings are read to see how far they reach: the farther, the fewer there are. */
const SAMPLE = 200;
/** So many are read, and sorted, within a few milliseconds. */
const FEW = 3_000;

/**
 * Newest first, nothing says how far one has to look where several pieces are frequent, each by itself:
 * if they never meet, at every book. So many are read sooner than that.
 */
const FEW_FOR_SEVERAL = 30_000;

/** Asks how many books have the pieces of these words, which are looked for in this order. */
export function measure(words: string[], isByRelease: boolean): RDSRequest {
  const long = words.filter((word) => !isLetter(word));
  if (long.length === 0) return measureLetters(words);
  const isOnePiece = long.length === 1 && long[0]?.length === 2;
  const few = isByRelease || isOnePiece ? FEW : FEW_FOR_SEVERAL;
  const nth = (offset: number) =>
    `(select g.release_rank from book_gram g where g.gram = q.gram
  order by g.release_rank limit 1 offset ${offset})`;
  const statement = `select q.gram, ${nth(0)} as first_rank, ${nth(SAMPLE)} as reach, ${nth(few)} as far
from (
  select distinct ${gramAt(':text', 'p.place')} as gram from text_place p
  where p.place < char_length(:text) and ${isPosted(':text', 'p.place')}
    and ${isPosted(':text', 'p.place + 1')}
  order by gram desc limit ${MOST_GRAMS}
) q`;
  return query([statement], { text: long.join(APART) });
}

function measureLetters(letters: string[]): RDSRequest {
  const values: { [name: string]: Value } = {};
  const each = letters.map((letter, index) => {
    values[`letter${index}`] = letter;
    const bits = `(ord(:letter${index}) & 16777215)`;
    const nth = (offset: number) =>
      `(select g.number from book_gram g
  where g.gram >= ${bits} << 24 and g.gram < (${bits} + 1) << 24 limit 1 offset ${offset})`;
    return `select ${bits} as letter, ${nth(0)} as first_rank, ${nth(FEW)} as far`;
  });
  return query([each.join(' union all ')], values);
}

/** One character, which may be a pair of units. */
function isLetter(word: string): boolean {
  return word.length === 1 || (word.length === 2 && word >= '\ud800' && word < '\udc00');
}

/** The plan that what was measured suggests. */
export function choosePlan(measured: Row[]): SearchPlan {
  if (measured.some((row) => row.first_rank === undefined)) return { by: 'nothing' };
  const fewest =
    measured.find((row) => row.reach === undefined && row.letter === undefined) ??
    farthest(measured.filter((row) => row.far === undefined)) ??
    farthest(measured);
  if (!fewest) return { by: 'nothing' };
  const few = fewest.far === undefined;
  const letter = number(fewest.letter);
  if (letter !== undefined) return { by: 'letter', letter, few };
  return { by: 'gram', gram: number(fewest.gram) ?? 0, few };
}

function farthest(measured: Row[]): Row | undefined {
  const most = measured.reduce((reach, row) => Math.max(reach, number(row.reach) ?? 0), 0);
  return measured.find((row) => (number(row.reach) ?? 0) === most);
}

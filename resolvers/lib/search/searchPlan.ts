import type { RDSRequest } from '@aws-appsync/utils';
import { APART } from '../../../domain/text/folding.ts';
import { gramAt, isPosted } from '../../../domain/text/gramAt.ts';
import { query, type Value } from '../sql/query.ts';
import type { Row } from '../sql/rows.ts';
import { number } from '../sql/values.ts';

/** How to find books that contain the words. */
export type SearchPlan =
  /** No book contains them. */
  | { by: 'nothing' }
  /**
   * By the postings of two characters, the rarest pair of the search. With `and`, only books that
   * have this second pair too: reading a text is many times slower than reading a second posting.
   * Omitted if there is no second pair, or if fewer than 200 books have the first. If there are
   * more postings than were measured, `far` is the release rank that the measured ones reach.
   */
  | { by: 'gram'; gram: number; and?: number; few: boolean; far?: number }
  /** By the postings of one character and whatever follows it: either few, or not selective. */
  | { by: 'letter'; letter: number; few: boolean };

/** The maximum number of two-character pieces measured per search, kanji before kana. */
const MOST_GRAMS = 12;
/** How many postings are read to see how far they reach: the farther, the rarer. */
const SAMPLE = 200;
/** The books of this many postings are read and sorted within about thirty milliseconds. */
const FEW = 3_000;
/** This many are sorted as they are, before the first book is read. */
const FEW_LETTERS = 10_000;

/**
 * If several pieces are each frequent, nothing says how far down the list a search has to read: if
 * they never occur together, through every book. Reading this many postings is faster.
 */
const FEW_FOR_SEVERAL = 30_000;

/** How many postings count as few: of a pair of characters, of a single one. */
export interface Few {
  pair: number;
  letter: number;
}

/** Measures how many books have the pieces of these words, which are searched in this order. */
export function measure(words: string[], isByRelease: boolean): RDSRequest {
  const areSeveral = words.length > 1;
  const isOnePiece = !areSeveral && words[0]?.length === 2;
  const alone = isByRelease ? FEW_LETTERS : FEW;
  return measureBy(words, {
    pair: isByRelease || isOnePiece ? FEW : FEW_FOR_SEVERAL,
    letter: areSeveral ? FEW_FOR_SEVERAL : alone,
  });
}

/** Measures how many books have the pieces of these words, and whether these are few. */
export function measureBy(words: string[], few: Few): RDSRequest {
  const long = words.filter((word) => !isLetter(word));
  if (long.length === 0) return measureLetters(words, few.letter);
  // By both columns of the index: MySQL sorts all postings for the second alone.
  const nth = (offset: number) =>
    `(select g.release_rank from book_gram g where g.gram = q.gram
  order by g.gram, g.release_rank limit 1 offset ${offset})`;
  const behind = `substring(:text, p.place)`;
  const statement = `select q.gram, q.word, ${nth(0)} as first_rank, ${nth(SAMPLE)} as reach, ${nth(few.pair)} as far
from (
  select ${gramAt(':text', 'p.place')} as gram,
    max(char_length(${behind}) - char_length(replace(${behind}, '${APART}', ''))) as word
  from text_place p
  where p.place < char_length(:text) and ${isPosted(':text', 'p.place')}
    and ${isPosted(':text', 'p.place + 1')}
  group by gram order by gram desc limit ${MOST_GRAMS}
) q`;
  return query([statement], { text: long.join(APART) });
}

function measureLetters(letters: string[], few: number): RDSRequest {
  const values: { [name: string]: Value } = {};
  const each = letters.map((letter, index) => {
    values[`letter${index}`] = letter;
    const bits = `(ord(:letter${index}) & 16777215)`;
    const some = `select 1 as one from book_gram g
  where g.gram >= ${bits} << 24 and g.gram < (${bits} + 1) << 24 limit ${few + 1}`;
    return `select ${bits} as letter, (select nullif(count(*), ${few + 1}) from (${some}) some) as total`;
  });
  return query([each.join(' union all ')], values);
}

/** Whether it is one character, which may be a surrogate pair. */
function isLetter(word: string): boolean {
  return word.length === 1 || (word.length === 2 && word >= '\ud800' && word < '\udc00');
}

/** Chooses the plan from the measurements. */
export function choosePlan(measured: Row[]): SearchPlan {
  if (measured[0]?.letter !== undefined) return chooseLetter(measured);
  if (measured.some((row) => row.first_rank === undefined)) return { by: 'nothing' };
  const fewest = fewestOf(measured);
  if (!fewest) return { by: 'nothing' };
  const far = number(fewest.far);
  const plan: SearchPlan = { by: 'gram', gram: number(fewest.gram) ?? 0, few: far === undefined };
  if (far !== undefined) plan.far = far;
  const and = fewest.reach === undefined ? null : secondOf(measured, fewest);
  return and ? { ...plan, and: number(and.gram) ?? 0 } : plan;
}

/** The character with the fewest postings; any of those with more than were counted. */
function chooseLetter(measured: Row[]): SearchPlan {
  const total = (row: Row) => number(row.total) ?? 0;
  const counted = measured.filter((row) => row.total !== undefined);
  const least = counted.reduce<Row | undefined>(
    (one, row) => (one && total(one) <= total(row) ? one : row),
    undefined,
  );
  if (least?.total === 0) return { by: 'nothing' };
  const { letter } = least ?? measured[0] ?? {};
  return { by: 'letter', letter: number(letter) ?? 0, few: least !== undefined };
}

/** From another word if there is one: two pieces of one word are mostly in the same books. */
function secondOf(measured: Row[], first: Row): Row | undefined {
  const others = measured.filter((row) => row.gram !== first.gram);
  return fewestOf(others.filter((row) => row.word !== first.word)) ?? fewestOf(others);
}

function fewestOf(measured: Row[]): Row | undefined {
  return (
    measured.find((row) => row.reach === undefined) ??
    farthest(measured.filter((row) => row.far === undefined)) ??
    farthest(measured)
  );
}

function farthest(measured: Row[]): Row | undefined {
  const most = measured.reduce((reach, row) => Math.max(reach, reachOf(row)), 0);
  return measured.find((row) => reachOf(row) === most);
}

/**
 * The later sample says more: on a day with very many books, the first of each piece is on that
 * day.
 */
function reachOf(row: Row): number {
  return number(row.far) ?? number(row.reach) ?? 0;
}

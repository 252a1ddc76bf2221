import { createRandom, type Random } from '../../../tools/testing/random.ts';
import { dayName, kinds, punctual } from './kinds.ts';
import { createPartner, type Partner } from './partner.ts';
import { hearAll } from './truth.ts';
import type { DeliveredFile, Word } from './words.ts';

const DAYS = 30;
/** Every fourth day brings a full list, and so does the last. */
const isFullDay = (day: number) => day % 4 === 1;
/** On these days some rows are delayed, and come four days late in a separate file, twice. */
const STUCK = { days: new Set([3, 10, 19]), late: 4, share: 0.4 };
/** These days' files come twice: at once, and again after the file of the next day. */
const TWICE = new Set([2, 5, 12, 21]);
/** On this day the file comes first without a column. */
const UNREADABLE = new Set([6, 17]);
/** This full list was truncated to half; an operator approves it anyway. */
const HALF = 13;

/** The files of some thirty days in order of arrival, and the truth after them. */
export function simulateLives(seed: number, books: number) {
  const random = createRandom(seed);
  const partner = createPartner(random);
  const lives = beginLives(random, partner, books);
  const files: DeliveredFile[] = [];
  const late = new Map<number, DeliveredFile[]>();
  for (let day = 0; day < DAYS; day += 1) {
    partner.begin(day);
    for (const life of lives) life.goOn(day);
    const main = aFile(day, isFullDay(day) ? 'full' : 'delta', 1);
    const { now, later } = STUCK.days.has(day)
      ? leaveBehind(random, partner.words)
      : { now: main.isFull ? partner.listAll() : partner.words, later: [] };
    main.words = random.shuffle(day === HALF ? loseHalf(random, now) : now);
    if (later.length > 0) {
      const stuck = { ...aFile(day, 'delta', 2), words: random.shuffle(later) };
      const arriving = { ...stuck, today: dayName(day + STUCK.late) };
      late.set(day + STUCK.late, [arriving, arriving]);
    }
    if (UNREADABLE.has(day)) files.push({ ...main, isUnreadable: true });
    files.push(main);
    if (TWICE.has(day)) {
      files.push(main);
      late.set(day + 1, [...(late.get(day + 1) ?? []), { ...main, today: dayName(day + 1) }]);
    }
    files.push(...(late.get(day) ?? []));
  }
  const delivered = files.filter(({ words }) => words.length > 0);
  return { files: delivered, truth: hearAll(delivered) };
}

function aFile(day: number, kind: 'full' | 'delta', number: number): DeliveredFile {
  const baseDate = dayName(day);
  return {
    name: `shinkan_${baseDate.replaceAll('-', '')}_${kind}_00${number}.csv`,
    baseDate,
    today: baseDate,
    isFull: kind === 'full',
    words: [],
    isUnreadable: false,
  };
}

function loseHalf(random: Random, words: readonly Word[]): Word[] {
  return words.filter(({ book }) => punctual.has(book.kind) || random.chance(0.5));
}

/** All rows of one life on a day are delayed together, or arrive in time. */
function leaveBehind(random: Random, words: readonly Word[]) {
  const stuck = new Map<number, boolean>();
  const isStuck = ({ book: { life, kind } }: Word) => {
    if (!stuck.has(life)) stuck.set(life, !punctual.has(kind) && random.chance(STUCK.share));
    return stuck.get(life) === true;
  };
  return { now: words.filter((word) => !isStuck(word)), later: words.filter(isStuck) };
}

/** Four of ten books are known on the first day, the others come one by one. */
function beginLives(random: Random, partner: Partner, books: number) {
  const names = Object.keys(kinds).flatMap((kind) => Array(kinds[kind]?.share ?? 0).fill(kind));
  return Array.from({ length: books }, (_, life) => {
    const kind: string = names[life % names.length];
    let due = random.chance(0.4) ? 0 : random.whole(1, DAYS - 6);
    const telling = {
      random,
      partner,
      life,
      book: (more = {}) => partner.book(life, kind, more),
    };
    const told = kinds[kind]?.live(telling);
    return {
      goOn(day: number) {
        while (told && due <= day) {
          const { value, done } = told.next();
          due = done ? Number.POSITIVE_INFINITY : day + value;
        }
      },
    };
  });
}

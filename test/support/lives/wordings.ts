import type { Random } from '../../../tools/testing/random.ts';

/** The meaning of an expression: inclusive days, null for an open end. */
export interface Meaning {
  earliest: string | null;
  latest: string | null;
  precision: string;
}

/** One way to write a release date; its meaning is relative to the file's business date. */
export interface Wording {
  text: string;
  means(baseDate: string): Meaning;
}

const SEASONS = [
  ['春', 3],
  ['夏', 6],
  ['秋', 9],
] as const;

/** A release date in one of its wordings. */
export function anyWording(random: Random): Wording {
  return random.pick(waysToSay(random));
}

/** Two wordings of the same interval. */
export function twoWordings(random: Random): [Wording, Wording] {
  const [first, second] = random.shuffle(waysToSay(random, 2));
  if (!first || !second) throw new Error('Expected two ways to say it');
  return [first, second];
}

function waysToSay(random: Random, least = 1): Wording[] {
  const year = random.pick([2027, 2028]);
  const month = random.whole(1, 12);
  const families = [
    () => aDay(year, month, random.whole(1, 28)),
    () => aMonth(year, month),
    () => aThird(year, month, random.whole(0, 2)),
    () => aSeason(year, random.pick(SEASONS)),
    () => aYear(year),
    () => openEnds(year, month, random.pick(['from', 'until'])),
    () => aRange(year, month),
    () => around(year, month),
    () => notYetKnown(),
    () => fromTheBaseDate(),
  ];
  return random.pick(families.filter((family) => family().length >= least))();
}

function aDay(year: number, month: number, day: number): Wording[] {
  const date = dayOf(year, month, day);
  return fixed({ earliest: date, latest: date, precision: 'DAY' }, [
    `${year}年${month}月${day}日`,
    `${year}/${month}/${day}`,
    date,
    `${wide(year)}年${wide(month)}月${wide(day)}日発売予定`,
    `R${year - 2018}.${month}.${day}`,
  ]);
}

function aMonth(year: number, month: number): Wording[] {
  const earliest = dayOf(year, month, 1);
  const latest = dayOf(year, month + 1, 0);
  return [
    ...fixed({ earliest, latest, precision: 'MONTH' }, [
      `${year}年${month}月`,
      `${year}.${month}`,
      `${wide(year)}年${wide(month)}月`,
      `令和${year - 2018}年${month}月刊行予定`,
    ]),
    ...fixed({ earliest, latest, precision: 'RANGE' }, [`${year}年${month}月1日〜末日`]),
  ];
}

function aThird(year: number, month: number, third: number): Wording[] {
  const earliest = dayOf(year, month, third * 10 + 1);
  const latest = third === 2 ? dayOf(year, month + 1, 0) : dayOf(year, month, third * 10 + 10);
  const words = [['上旬', '初旬', '初め'], ['中旬'], ['下旬', '末']][third] ?? [];
  return fixed(
    { earliest, latest, precision: 'THIRD' },
    words.flatMap((word) => [`${year}年${month}月${word}`, `${year}/${month}${word}発売`]),
  );
}

function aSeason(year: number, [name, first]: readonly [string, number]): Wording[] {
  return fixed(
    { earliest: dayOf(year, first, 1), latest: dayOf(year, first + 3, 0), precision: 'SEASON' },
    [`${year}年${name}`, `${year}${name}`, `令和${year - 2018}年${name}発売予定`],
  );
}

function aYear(year: number): Wording[] {
  return fixed({ earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'YEAR' }, [
    `${year}年`,
    `${year}年内`,
    `${year}`,
  ]);
}

function openEnds(year: number, month: number, end: 'from' | 'until'): Wording[] {
  const latest = dayOf(year, month + 1, 0);
  return end === 'until'
    ? fixed({ earliest: null, latest, precision: 'UNTIL' }, [
        `${year}年${month}月まで`,
        `〜${year}年${month}月`,
      ])
    : fixed({ earliest: dayOf(year, month, 1), latest: null, precision: 'FROM' }, [
        `${year}年${month}月以降`,
        `${year}年${month}月〜`,
      ]);
}

function aRange(year: number, month: number): Wording[] {
  return fixed(
    { earliest: dayOf(year, month, 14), latest: dayOf(year, month, 20), precision: 'RANGE' },
    [`${year}年${month}月14日〜20日`, `${year}年${month}月14日から${month}月20日`],
  );
}

function around(year: number, month: number): Wording[] {
  return fixed(
    { earliest: dayOf(year, month, 11), latest: dayOf(year, month, 17), precision: 'DAY_AROUND' },
    [`${year}年${month}月14日頃`, `${year}/${month}/14前後`],
  );
}

function notYetKnown(): Wording[] {
  return fixed({ earliest: null, latest: null, precision: 'UNKNOWN' }, ['未定', '近日', '近刊']);
}

/** 来月 is the month after the file's, whenever the row was written. */
function fromTheBaseDate(): Wording[] {
  const inMonth = (text: string, offset: number): Wording => ({
    text,
    means(baseDate) {
      const [year = 0, month = 0] = baseDate.split('-').map(Number);
      return {
        earliest: dayOf(year, month + offset, 1),
        latest: dayOf(year, month + offset + 1, 0),
        precision: 'MONTH',
      };
    },
  });
  return [inMonth('来月', 1), inMonth('来月発売予定', 1)];
}

function fixed(meaning: Meaning, texts: string[]): Wording[] {
  return texts.map((text) => ({ text, means: () => meaning }));
}

/** Months beyond 12 continue into the next year, and day 0 is the last of the month before. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function wide(number: number): string {
  return String(number).replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
}

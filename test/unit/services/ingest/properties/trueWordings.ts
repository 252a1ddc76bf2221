/** A book's actual release day, and the business date of the file that announces it. */
export interface Facts {
  year: number;
  month: number;
  day: number;
  /** `YYYY-MM-DD`, in the same year. */
  baseDate: string;
}

/** A wording that is true of the day: its text, and the first and last day that it covers. */
export interface TrueWording {
  text: string;
  /** Null if it leaves that end open. */
  from: string | null;
  to: string | null;
}

const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** First months of our seasons; winter may begin or end the year. */
const SEASONS: [string, string, number][] = [
  ['春', 'Spring', 3],
  ['夏', 'Summer', 6],
  ['秋', 'Autumn', 9],
];

/** Returns every true wording of the day that the contract supports, as one reads them by hand. */
export function trueWordings(facts: Facts): TrueWording[] {
  return [
    ...days(facts),
    ...partsOfTheMonth(facts),
    ...months(facts),
    ...seasonsAndQuarters(facts),
    ...years(facts),
    ...openEnds(facts),
    ...ranges(facts),
    ...fromTheBaseDate(facts),
  ];
}

function days({ year, month, day }: Facts): TrueWording[] {
  const date = on(year, month, day);
  const weekday = '日月火水木金土'[new Date(date).getUTCDay()];
  const texts = [
    `${year}/${month}/${day}`,
    date,
    `${year}.${month}.${day}`,
    date.replaceAll('-', ''),
    `${year}年${month}月${day}日`,
    `${year}年${month}月${day}日(${weekday})`,
    `${kanjiYear(year)}年${kanji(month)}月${kanji(day)}日`,
    `令和${year - 2018}年${month}月${day}日`,
    `R${year - 2018}.${month}.${day}`,
    `${day} ${ENGLISH[month - 1]} ${year}`,
    `${ENGLISH[month - 1]} ${day}, ${year}`,
    `${date}T00:30:00+09:00`,
  ];
  return [
    ...texts.map((text) => ({ text, from: date, to: date })),
    ...['頃', 'ごろ', '前後'].map((word) => ({
      text: `${year}年${month}月${day}日${word}`,
      from: on(year, month, day - 3),
      to: on(year, month, day + 3),
    })),
    { text: `${year}年${month}月${day}日の週`, from: date, to: date },
  ];
}

function partsOfTheMonth({ year, month, day }: Facts): TrueWording[] {
  const last = lastOf(year, month);
  const thirds: [string[], number, number][] = [
    [['上旬', '初旬', '初め'], 1, 10],
    [['中旬'], 11, 20],
    [['下旬', '末'], 21, last],
  ];
  const halves: [string[], number, number][] = [
    [['前半'], 1, 15],
    [['後半'], 16, last],
    [['半ば', '中頃'], 6, 25],
  ];
  return [...thirds, ...halves]
    .filter(([, from, to]) => from <= day && day <= to)
    .flatMap(([words, from, to]) =>
      words.flatMap((word) => [
        {
          text: `${year}年${month}月${word}`,
          from: on(year, month, from),
          to: on(year, month, to),
        },
        { text: `${year}/${month}${word}`, from: on(year, month, from), to: on(year, month, to) },
      ]),
    );
}

function months({ year, month }: Facts): TrueWording[] {
  const [from, to] = [on(year, month, 1), on(year, month + 1, 0)];
  return [
    `${year}/${month}`,
    `${year}-${String(month).padStart(2, '0')}`,
    `${year}.${month}`,
    `${year}年${month}月`,
    `${year}年${month}月中`,
    `${year}年${month}月第2週`,
    `令和${year - 2018}年${month}月`,
    `${ENGLISH[month - 1]} ${year}`,
    `${year}年${month}月頃`,
  ].map((text) => ({ text, from, to }));
}

function seasonsAndQuarters({ year, month }: Facts): TrueWording[] {
  const quarter = Math.ceil(month / 3);
  const [from, to] = [on(year, quarter * 3 - 2, 1), on(year, quarter * 3 + 1, 0)];
  const season = SEASONS.find(([, , first]) => first <= month && month < first + 3);
  const seasons =
    season === undefined
      ? [{ text: `${year}年冬`, from: on(year, month, 1), to: on(year, month + 1, 0) }]
      : [`${year}年${season[0]}`, `${year}${season[0]}`, `${season[1]} ${year}`].map((text) => ({
          text,
          from: on(year, season[2], 1),
          to: on(year, season[2] + 3, 0),
        }));
  return [
    ...seasons,
    ...seasons.slice(0, 1).map((plain) => ({ ...plain, text: `${plain.text}頃` })),
    ...[`${year}Q${quarter}`, `${year}-Q${quarter}`, `${year}年第${quarter}四半期`].map((text) => ({
      text,
      from,
      to,
    })),
  ];
}

function years({ year, month }: Facts): TrueWording[] {
  const [from, to] = [on(year, 1, 1), on(year, 13, 0)];
  const fiscal = month < 4 ? year - 1 : year;
  const [start, middle, end] = [on(year, 1, 1), on(year, 7, 1), on(year, 13, 0)];
  return [
    ...[
      `${year}`,
      `${year}年`,
      `${year}年中`,
      `${year}年内`,
      `令和${year - 2018}年`,
      `c${year}`,
    ].map((text) => ({ text, from, to })),
    { text: `${fiscal}年度`, from: on(fiscal, 4, 1), to: on(fiscal, 16, 0) },
    month < 7
      ? { text: `${year}年前半`, from: start, to: on(year, 7, 0) }
      : { text: `${year}年後半`, from: middle, to: end },
    month < 7
      ? { text: `${year}年上半期`, from: start, to: on(year, 7, 0) }
      : { text: `${year}年下半期`, from: middle, to: end },
    ...(month === 12 ? [{ text: `${year}年末`, from: on(year, 12, 1), to: end }] : []),
    ...(month === 1 ? [{ text: `${year}年初め`, from: start, to: on(year, 2, 0) }] : []),
  ];
}

function openEnds({ year, month, day }: Facts): TrueWording[] {
  return [
    { text: `${year}年${month}月${day}日以降`, from: on(year, month, day), to: null },
    { text: `${year}年${month}月以降`, from: on(year, month, 1), to: null },
    { text: `${year}年${month}月〜`, from: on(year, month, 1), to: null },
    { text: `${year}年${month}月${day}日取次搬入`, from: on(year, month, day), to: null },
    { text: `${year}年${month}月${day}日まで`, from: null, to: on(year, month, day) },
    { text: `〜${year}年${month}月`, from: null, to: on(year, month + 1, 0) },
    ...['未定', '近日発売', '近刊', 'TBA', ''].map((text) => ({ text, from: null, to: null })),
  ];
}

function ranges({ year, month, day }: Facts): TrueWording[] {
  const last = lastOf(year, month);
  return [
    {
      text: `${year}年${month}月1日〜${last}日`,
      from: on(year, month, 1),
      to: on(year, month, last),
    },
    {
      text: `${year}/${month}/${day}〜${year + 1}/1/31`,
      from: on(year, month, day),
      to: on(year + 1, 1, 31),
    },
    {
      text: `${on(year, 1, 1)}/${on(year, month, day)}`,
      from: on(year, 1, 1),
      to: on(year, month, day),
    },
    { text: `${year}年1月から${month}月`, from: on(year, 1, 1), to: on(year, month + 1, 0) },
    { text: `${year}年${month}月または12月`, from: on(year, month, 1), to: on(year, 13, 0) },
    { text: `${year}年${month}月上旬〜下旬`, from: on(year, month, 1), to: on(year, month + 1, 0) },
  ];
}

function fromTheBaseDate({ year, month, day, baseDate }: Facts): TrueWording[] {
  const base = Number(baseDate.slice(5, 7));
  const [from, to] = [on(year, month, 1), on(year, month + 1, 0)];
  const season = SEASONS.find(([, , first]) => first <= month && month < first + 3);
  return [
    ...(base === month ? [{ text: '今月', from, to }] : []),
    ...(base + 1 === month ? [{ text: '来月', from, to }] : []),
    ...(base + 1 === month && day > 20
      ? [{ text: '来月下旬', from: on(year, month, 21), to }]
      : []),
    { text: '年内', from: on(year, 1, 1), to: on(year, 13, 0) },
    { text: `今年${month}月`, from, to },
    ...(season
      ? [{ text: `今${season[0]}`, from: on(year, season[2], 1), to: on(year, season[2] + 3, 0) }]
      : []),
  ];
}

/** Overflowing months and days carry over. */
function on(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function kanjiYear(year: number): string {
  return String(year).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '');
}

function kanji(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const digit = (of: number) =>
    ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'][of] ?? '';
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${digit(ones)}`;
}

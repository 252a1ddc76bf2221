import { announce } from './announce.ts';
import { genres, person } from './words.ts';

const HEADER = [
  '更新区分',
  'レコードID',
  'ISBN',
  '書名',
  '書名カナ',
  '副題',
  '巻次',
  '著者',
  '出版社',
  '発売予定日',
  'シリーズ',
  'シリーズ番号',
  'レーベル',
  '本体価格',
  '税率',
  '判型',
  '頁数',
  '内容紹介',
  '更新日時',
] as const;

type Column = (typeof HEADER)[number];
type CatalogueRow = Partial<{ [column in Column]: string }>;

/**
 * An invented catalogue in Shinkan's own CSV contract, with release dates around `today`: some
 * passed, most in the next four months, some vague. The same day gives the same file.
 */
export function writeCatalogue(today: Date, size = 340): { name: string; csv: string } {
  const rows = [...awkwardBooks(today), ...ordinaryBooks(today, size)];
  const day = today.toISOString().slice(0, 10);
  const lines = rows.map((row, index) => toLine({ ...identify(index), ...row }, day));
  return {
    name: `shinkan_${day.replaceAll('-', '')}_full_001.csv`,
    csv: `${[HEADER.join(','), ...lines].join('\r\n')}\r\n`,
  };
}

function ordinaryBooks(today: Date, size: number): CatalogueRow[] {
  const seen = new Set<string>();
  const rows: CatalogueRow[] = [];
  for (let n = 0; rows.length < size; n += 1) {
    const genre = pick(genres, n);
    const turn = Math.floor(n / genres.length);
    const a = pick(genre.a, turn);
    const b = pick(genre.b, turn * 3 + Math.floor(turn / genre.a.length));
    const fill = (text: string) => text.replaceAll('{a}', a).replaceAll('{b}', b);
    const series = pick(genre.series, turn);
    const title = fill(pick(genre.titles, turn + Math.floor(turn / 5)));
    // Comics are their own series and come in volumes.
    const isComic = series === '*';
    const volume = isComic ? (turn % 9) + 1 : undefined;
    if (seen.has(`${title} ${volume}`)) continue;
    seen.add(`${title} ${volume}`);
    rows.push({
      書名: title,
      巻次: volume === undefined ? '' : String(volume),
      著者: genre.roles.map((role, index) => contributor(n * 3 + index * 11, role)).join(';'),
      出版社: pick(genre.publishers, turn),
      発売予定日: announce(today, rows.length),
      シリーズ: series === undefined || isComic ? '' : series,
      シリーズ番号: series === undefined || isComic ? '' : String((turn % 7) + 1),
      レーベル: genre.label,
      本体価格: String(between(genre.prices, n, genre.prices[1] > 2000 ? 100 : 20)),
      判型: genre.form,
      頁数: String(between(genre.pages, n * 5, 16)),
      内容紹介: fill(genre.blurb),
    });
  }
  return rows;
}

// Lengths and shapes that real catalogues contain and pages must handle.
function awkwardBooks(today: Date): CatalogueRow[] {
  const many = Array.from({ length: 8 }, (_, n) => contributor(n * 5, n === 0 ? '編' : '著')).join(
    ';',
  );
  return [
    {
      書名: '町の小さな測候所に三十七年つとめた父が毎朝つけていた気圧と風向きと庭の木の記録を、父の死後にはじめて開いた娘が、ひと月に一年ずつ読みすすめながら自分の暮らしの天気図を描きなおすまでの、静かでながい一年のはなし',
      著者: contributor(2, '著'),
      出版社: '北窓文芸社',
      発売予定日: announce(today, 3),
      本体価格: '2300',
      判型: '四六判',
      内容紹介: '長い題名の、短い物語。',
    },
    {
      書名: '日本近代書物史大事典',
      著者: many,
      出版社: '東雲出版',
      発売予定日: announce(today, 8),
      本体価格: '38000',
      判型: 'B5判',
      頁数: '1248',
      内容紹介: '明治から令和まで、書物をめぐる三千項目。',
    },
    {
      書名: '霧の駅, 二番線',
      巻次: '下',
      著者: contributor(11, '著'),
      出版社: '架空書房',
      発売予定日: announce(today, 5),
      本体価格: '1800',
      判型: '四六判',
      内容紹介: '上巻の最後に降りた客は誰だったのか。\n完結編。',
    },
    {
      書名: '♥のかたち ①',
      著者: contributor(6, '絵'),
      出版社: 'わたげ書店',
      発売予定日: announce(today, 6),
      本体価格: '1500',
    },
    {
      書名: '庭',
      著者: contributor(9, '著'),
      出版社: '灯台社',
      発売予定日: '未定',
      本体価格: '1200',
    },
  ];
}

function contributor(n: number, role: string): string {
  const name = person(n);
  return `${name.written}|${role}|${name.reading}`;
}

function identify(index: number): CatalogueRow {
  return {
    更新区分: '新規',
    レコードID: `DEMO-${String(index + 1).padStart(5, '0')}`,
    ISBN: isbn(index),
    税率: '10',
  };
}

/** ISBNs of a registrant range that no publisher owns, with a valid check digit. */
function isbn(index: number): string {
  const body = `978499999${String(index).padStart(3, '0')}`;
  const sum = [...body].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function toLine(row: CatalogueRow, day: string): string {
  return HEADER.map((column) =>
    quote(column === '更新日時' ? `${day}T05:00:00+09:00` : (row[column] ?? '')),
  ).join(',');
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function pick<T>(list: T[], n: number): T {
  // An index below the length always exists; an empty list gives undefined, which callers expect.
  return list[n % list.length] as T;
}

function between([low, high]: [number, number], n: number, step: number): number {
  const steps = Math.floor((high - low) / step) + 1;
  return low + ((n * 13) % steps) * step;
}

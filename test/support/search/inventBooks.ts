import type { Database } from '../../../db/database.ts';
import type { Random } from '../../../tools/testing/random.ts';

const WORDS = [
  '雪国',
  '灯台',
  '海',
  'リング',
  'グリーン',
  'スプリング',
  '猫町',
  'ネコ',
  'ねこ',
  '銀河鉄道',
  '鉄道員',
  '道',
  '東京',
  '京都',
  '東',
  'サーバー',
  'コンピュータ',
  'ﾀﾞﾝｽ',
  'ABC',
  'ａｂｃ',
  'café',
  '100%',
  '_',
  '!',
  '\\',
  "O'Neil",
  '"引用"',
  '𠮷野家',
  '💡',
  '國語',
  '国語',
  'ヴァイオリン',
  '々',
  'の',
  'と',
  'Ⅲ',
  '第3巻',
  '13',
  '3',
  '2012',
  '上',
];
const NAMES = [
  ['汐見 透子', 'シオミ トウコ'],
  ['北見 遼', null],
  ['雨宮 千尋', 'アマミヤ チヒロ'],
  ['J・スミス', null],
  ['東野 圭', 'ヒガシノ ケイ'],
  ['髙橋 一', 'タカハシ ハジメ'],
] as const;
const PUBLISHERS = ['青灯社', '海鳴書房', '北辰出版', '月下堂', 'ABC出版', null];
const STATUSES = ['UPCOMING', 'UPCOMING', 'UPCOMING', 'UNCONFIRMED', 'ON_SALE', 'CANCELLED'];

/** Inserts invented books into the table `book`, as an ingest left them before search existed. */
export async function inventBooks(
  database: Database,
  random: Random,
  count: number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => inventBook(random, index));
  const columns = Object.keys(rows[0] ?? {});
  await database.execute(
    `insert into book (${columns.join(', ')}, profile, release_precision, release_text, content_hash,
       run_id, updated_at)
     select ${columns.map((column) => `r.${column}`).join(', ')}, 'test', 'DAY', '未定', repeat('0', 64), 'test',
       utc_timestamp(6)
     from json_table(:rows, '$[*]' columns (
       ${columns.map((column) => `${column} ${typeOf(column)} path '$.${column}'`).join(', ')})) r`,
    { rows: JSON.stringify(rows) },
  );
}

function typeOf(column: string): string {
  if (column === 'price') return 'int';
  if (column === 'created_at') return 'datetime(6)';
  if (column === 'contributors' || column === 'series') return 'varchar(2000)';
  return ['id', 'isbn', 'release_order', 'status'].includes(column)
    ? 'varchar(120) character set ascii'
    : 'varchar(500)';
}

function inventBook(random: Random, index: number) {
  const words = (most: number) =>
    Array.from({ length: random.whole(1, most) }, () => random.pick(WORDS)).join(
      random.pick(['', '', ' ', 'の', '・']),
    );
  const [name, reading] = random.pick(NAMES);
  const earliest = inventDay(random);
  const isbn = `978${String(4_000_000_000 + index * 7).padStart(10, '0')}`;
  return {
    id: `test-${String(random.whole(0, 999_999)).padStart(6, '0')}-${index}`,
    record_key: String(index),
    isbn: random.chance(0.9) ? isbn : null,
    title: words(4),
    subtitle: random.chance(0.3) ? words(3) : null,
    title_reading: random.chance(0.3) ? words(3) : null,
    volume: random.chance(0.3) ? String(random.whole(1, 20)) : null,
    contributors: JSON.stringify([{ name, reading, role: 'AUTHOR', roleText: '著' }]),
    publisher: random.pick(PUBLISHERS),
    label: random.pick(['あかつき文庫', null]),
    form: random.pick(['文庫', '四六判', null]),
    series: JSON.stringify(random.chance(0.2) ? [{ name: words(2), number: null }] : []),
    price: random.chance(0.9) ? random.whole(5, 40) * 100 : null,
    release_earliest: earliest,
    release_latest: earliest,
    release_order: (earliest ?? '9999-99-99').replaceAll('-', '').repeat(2),
    status: random.pick(STATUSES),
    created_at: `2026-11-${String(random.whole(1, 9)).padStart(2, '0')} 00:00:00.000000`,
  };
}

/** Few days, so that many books share one; some have none. */
function inventDay(random: Random): string | null {
  if (random.chance(0.1)) return null;
  return `20${random.whole(27, 28)}-0${random.whole(1, 3)}-${String(random.whole(1, 28)).padStart(2, '0')}`;
}

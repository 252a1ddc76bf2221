const words = ['雪国', '灯台', '海鳴り', '星図', '書庫', '猫町', '庭師', '雨宿り', '銀河', '坂道'];
const publishers = ['青灯社', '海鳴書房', '北辰出版', '月下堂', '東風館', '架空書房'];
const forms = ['文庫', '四六判', 'Ｂ６判', 'Ａ５判', '新書'];
const people = ['汐見透子', '北見遼', '雨宮千尋', '高橋一', '朝比奈ゆう'];
const DAYS = 700;

/** The columns of `makeRow`'s rows, in the contract of the profile `shinkan`. */
export const COLUMNS = [
  '更新区分',
  'レコードID',
  '書名',
  '著者',
  '出版社',
  '発売予定日',
  'ISBN',
  '書名カナ',
  '副題',
  '巻次',
  'シリーズ',
  'シリーズ番号',
  'レーベル',
  '本体価格',
  '税込価格',
  '判型',
  '頁数',
  '内容紹介',
  '更新日時',
];

/**
 * Returns the cells of an invented book, determined by number and edition; another edition has
 * another date, price and time. Every tenth description contains quotes and a line break.
 */
export function makeRow(number: number, edition = 0): string[] {
  const pick = (from: string[], step: number) => from[(number * step + step) % from.length] ?? '';
  const price = 900 + (number % 40) * 50 + edition * 10;
  const text = `${pick(words, 3)}と${pick(words, 7)}をめぐる、静かな長編。町の古い書店に届いた一通の手紙から物語は始まる。`;
  return [
    edition === 0 ? '新規' : '変更',
    `R${String(number).padStart(8, '0')}`,
    `${pick(words, 3)}の${pick(words, 7)} 第${number}巻`,
    `${pick(people, 3)}|著|シオミトウコ${number % 7 === 0 ? `;${pick(people, 7)}|訳|` : ''}`,
    pick(publishers, 5),
    releaseOf(number + edition),
    isbnOf(number),
    'ユキグニノトウダイ',
    number % 3 === 0 ? `${pick(words, 9)}の物語` : '',
    String((number % 30) + 1),
    number % 4 === 0 ? `${pick(words, 7)}叢書` : '',
    number % 4 === 0 ? String(number % 90) : '',
    number % 2 === 0 ? '架空文庫' : '',
    String(price),
    String(Math.floor(price * 1.1)),
    pick(forms, 7),
    String(160 + (number % 300)),
    number % 10 === 0 ? `「${text}」\n"${pick(words, 1)}"へ。` : text,
    `2026-11-${String(1 + (edition % 28)).padStart(2, '0')}T0${number % 10}:00:00+09:00`,
  ];
}

/** Three dates in four are days; the others are as vague as partners' dates. */
function releaseOf(number: number): string {
  const day = new Date(Date.UTC(2027, 0, 1 + ((number * 7) % DAYS)));
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  if (number % 8 === 0) return `${year}年${month}月${['上旬', '中旬', '下旬'][number % 3]}`;
  if (number % 8 === 4) return `${year}年${month}月`;
  return `${year}/${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}`;
}

function isbnOf(number: number): string {
  const body = `978${String(400_000_000 + number).slice(0, 9)}`;
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(body[index]) * (index % 2 ? 3 : 1);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

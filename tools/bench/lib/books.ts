import type { Connection } from 'mysql2/promise';

/** A row of the table `book`, by column. */
export type BookRow = { [column: string]: string | number | null };

const publishers = ['青灯社', '海鳴書房', '北辰出版', '月下堂', '東風館'];
const words = ['雪', '国', '灯', '海', '鳴', '星', '図', '書', '館', '猫', '庭', '雨'];
const days = 365;

/**
 * Returns an upcoming book determined by its number. Release dates span a year, a few books each
 * day.
 */
export function makeBook(number: number): BookRow {
  const day = new Date(Date.UTC(2030, 0, 1 + ((number * 7) % days))).toISOString().slice(0, 10);
  const pick = (step: number) => words[(number * step) % words.length];
  const order = day.replaceAll('-', '').repeat(2);
  return {
    id: `bench-${String(number).padStart(7, '0')}`,
    profile: 'bench',
    record_key: String(number),
    isbn: String(9784000000000 + number),
    title: `${pick(5)}${pick(7)}の${pick(11)} ${number}`,
    subtitle: number % 3 === 0 ? `${pick(1)}の物語` : null,
    volume: number % 4 === 0 ? String(1 + (number % 9)) : null,
    contributors: JSON.stringify([
      { name: `${pick(2)}野 ${pick(3)}`, role: 'AUTHOR' },
      ...(number % 5 === 0 ? [{ name: `${pick(8)}山 ${pick(9)}`, role: 'TRANSLATOR' }] : []),
    ]),
    publisher: publishers[number % publishers.length] ?? '',
    series: '[]',
    price: 900 + (number % 40) * 50,
    release_earliest: day,
    release_latest: day,
    release_precision: 'DAY',
    release_text: day,
    release_order: order,
    status: 'UPCOMING',
    content_hash: '0'.repeat(64),
    run_id: 'bench',
    created_at: '2026-01-01 00:00:00',
    updated_at: '2026-01-01 00:00:00',
  };
}

/** Puts the books 0 to `count - 1` into the table `book`. */
export async function insertBooks(connection: Connection, count: number): Promise<void> {
  const columns = Object.keys(makeBook(0));
  for (let first = 0; first < count; first += 1000) {
    const length = Math.min(1000, count - first);
    const rows = Array.from({ length }, (_, index) => Object.values(makeBook(first + index)));
    await connection.query('insert into book (??) values ?', [columns, rows]);
  }
  await connection.query('analyze table book');
}

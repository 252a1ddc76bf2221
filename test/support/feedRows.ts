/** The columns of our own contract. */
export const FEED_COLUMNS = [
  '更新区分',
  'レコードID',
  'ISBN',
  '書名',
  '書名カナ',
  '巻次',
  '著者',
  '出版社',
  '発売予定日',
  '本体価格',
  '改定日',
  '解禁日',
  '内容紹介',
  '更新日時',
] as const;

/** A row of our own contract, by column name. */
export type FeedRow = { [column in (typeof FEED_COLUMNS)[number]]?: string };

/** A complete row about a record, announced for March 2027, dated at this hour of the day. */
export function announced(record: string, hour: number, more: FeedRow = {}): FeedRow {
  return {
    更新区分: '新規',
    レコードID: record,
    書名: `書名 ${record}`,
    出版社: '架空書房',
    発売予定日: '2027年3月',
    本体価格: '1600',
    更新日時: at(hour),
    ...more,
  };
}

/** A row that withdraws a record. */
export function withdrawn(record: string, hour: number, more: FeedRow = {}): FeedRow {
  return { 更新区分: '削除', レコードID: record, 更新日時: at(hour), ...more };
}

/** A row that revises a price. */
export function repriced(record: string, hour: number, price: string): FeedRow {
  return {
    更新区分: '価格改定',
    レコードID: record,
    本体価格: price,
    改定日: '2027-03-01',
    更新日時: at(hour),
  };
}

/** The rows as a file. */
export function toFeed(...rows: FeedRow[]): string {
  const lines = rows.map((row) => FEED_COLUMNS.map((column) => row[column] ?? '').join(','));
  return `${[FEED_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function at(hour: number): string {
  return `2027-01-05T${String(hour).padStart(2, '0')}:00:00+09:00`;
}

import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import yazl from 'yazl';
import type { Encoding } from '../../services/ingest/profile/profile.ts';
import type { Random } from '../testing/random.ts';

/** A file before it is damaged. */
export interface ValidFile {
  profile: 'shinkan' | 'trc';
  encoding: Encoding;
  /** What iconv calls the encoding. */
  iconvName: string;
  packing: 'none' | 'gzip' | 'zip';
  bytes: Buffer;
}

const ENCODINGS: readonly [Encoding, string][] = [
  ['utf-8', 'utf8'],
  ['utf-8', 'utf8'],
  ['utf-8', 'utf8'],
  ['utf-8', 'utf8'],
  ['utf-8', 'utf8'],
  ['windows-31j', 'cp932'],
  ['euc-jp', 'eucjp'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
];
const TITLES = ['灯台守の算術', '"霧の駅, 二番線"', '表と能', '髙橋①', '"一行目\n二行目"', '""""'];
const RELEASES = ['2027年3月中旬', '2027/3/14', '令和9年春', '未定', '来月', '2027.10', '2027-W11'];
const TIME = '2027-01-05T05:00:00+09:00';
const SHINKAN =
  '更新区分,レコードID,ISBN,書名,著者,出版社,発売予定日,本体価格,セット本体価格,改定日,解禁日,書影URL,内容紹介,更新日時';

/** A valid file of a few rows, in any profile, encoding, line end and packing. */
export async function makeValidFile(random: Random): Promise<ValidFile> {
  const profile = random.chance(0.7) ? 'shinkan' : 'trc';
  const [encoding, iconvName] = random.pick(ENCODINGS);
  const packing = random.pick(['none', 'none', 'none', 'gzip', 'zip'] as const);
  const end = random.pick(['\n', '\r\n', '\r']);
  const rows = Array.from({ length: random.whole(1, 12) }, (_, at) =>
    profile === 'shinkan' ? shinkanRow(random, at) : trcRow(random, at),
  );
  const lines = profile === 'shinkan' ? [SHINKAN, ...rows] : rows;
  const bytes = iconv.encode(lines.map((line) => line + end).join(''), iconvName);
  return { profile, encoding, iconvName, packing, bytes };
}

export async function pack(bytes: Buffer, packing: ValidFile['packing']): Promise<Buffer> {
  if (packing === 'gzip') return gzipSync(bytes, { level: 1 });
  if (packing === 'none') return bytes;
  const file = new yazl.ZipFile();
  file.addBuffer(bytes, 'a.csv');
  file.end();
  const chunks: Buffer[] = [];
  // The type does not say so, but it is a readable stream of buffers.
  for await (const chunk of file.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function shinkanRow(random: Random, at: number): string {
  const action = random.pick(['新規', '新規', '変更', '復活', '削除', '価格改定']);
  return [
    action,
    `K-${at}`,
    random.pick(['', '978-4-9999990-0-2', '9784999999019', '９７８４９９９９９９０２６']),
    random.pick(TITLES),
    random.pick(['', '汐見透子|著|シオミトウコ;北原新|絵|']),
    '架空書房',
    random.pick(RELEASES),
    random.pick(['1600', '¥2200', '"1,600"']),
    random.pick(['', '', '全3巻セット¥5000']),
    '2027-03-01',
    random.pick(['', '', '2027-02-01']),
    random.pick(['', 'https://cover.example/1.jpg']),
    random.pick(['', '短い紹介', '"一行目\n""二"""']),
    TIME,
  ].join(',');
}

function trcRow(random: Random, at: number): string {
  const cells = Array.from({ length: 18 }, () => '');
  cells[0] = random.pick(['', '978-4-9999990-0-2']);
  cells[1] = `題 ${at}`;
  cells[3] = '北原 新 著';
  cells[6] = '架空書房';
  cells[8] = random.pick(['2027.3', '2027', 'c2027', '2027発売']);
  cells[16] = random.pick(['1600', '¥1600']);
  return cells.join('\t');
}

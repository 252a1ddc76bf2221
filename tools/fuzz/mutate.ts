import iconv from 'iconv-lite';
import type { Random } from '../testing/random.ts';

/** `write` encodes a text in the file's encoding. */
type Mutation = (bytes: Buffer, random: Random, write: (text: string) => Buffer) => Buffer;

const SIGNS = [
  '"',
  '""',
  ',',
  ',,,,,',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  '\u001a',
  '\ufeff',
  ' ',
  '　',
];
const TOKENS = [
  '9999-12-31T23:59:59-12:00',
  '0000-01-01T00:00:00+09:00',
  '-1',
  '99999999999',
  '1e309',
  '__proto__',
  'constructor',
  '=CMD()',
  '𠮷',
  '👨‍👩‍👧',
  'ｱﾞ',
  '\u202e',
  '\ud7ff',
  '2027年13月32日',
  '令和元年',
  '〜',
  '9.78E+12',
  'https://例え.example/𠮷',
];

/** All kinds of damage to the bytes of a file. */
const MUTATIONS: Mutation[] = [
  function flipBits(bytes, random) {
    const flipped = Buffer.from(bytes);
    for (let times = random.whole(1, 8); times > 0; times -= 1) {
      const at = aPlace(bytes, random);
      const byte = flipped[at];
      // Setting the highest bit of an ASCII character makes it half of a character, and the file
      // unreadable.
      if (byte !== undefined) flipped[at] = byte ^ (1 << random.whole(0, byte < 0x80 ? 6 : 7));
    }
    return flipped;
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, aPlace(bytes, random));
  },
  function takeOut(bytes, random) {
    const [from, to] = [aPlace(bytes, random), aPlace(bytes, random)];
    return splice(bytes, from, Math.max(0, Math.min(to - from, 60)), Buffer.alloc(0));
  },
  function double(bytes, random) {
    const [from, to] = [aPlace(bytes, random), aPlace(bytes, random)];
    return splice(bytes, aPlace(bytes, random), 0, bytes.subarray(from, Math.min(to, from + 400)));
  },
  function putSign(bytes, random, write) {
    return splice(bytes, aPlace(bytes, random), 0, write(random.pick(SIGNS)));
  },
  function putToken(bytes, random, write) {
    const token = random.pick(TOKENS);
    const text = random.chance(0.2) ? `${'x'.repeat(random.whole(70, 90))}${token}` : token;
    return splice(bytes, afterSeparator(bytes, random), 0, write(text));
  },
  function putOtherEncoding(bytes, random) {
    const name = random.pick(['cp932', 'eucjp', 'utf8', 'utf-16le']);
    return splice(bytes, random.whole(0, bytes.length), 0, iconv.encode('髙﨑表', name));
  },
  function putRandomText(bytes, random, write) {
    const text = String.fromCodePoint(
      ...Array.from({ length: random.whole(1, 40) }, () => aCodePoint(random)),
    );
    return splice(bytes, afterSeparator(bytes, random), 0, write(text));
  },
  function putHugeField(bytes, random, write) {
    const size = random.pick([201, 501, 5000, 66_000]);
    const huge = write(random.pick(['x', '題', '"']).repeat(size));
    return splice(bytes, afterSeparator(bytes, random), 0, huge);
  },
  function changeHeader(bytes, random, write) {
    const end = Math.max(bytes.indexOf(0x0a), bytes.indexOf(0x0d), 1);
    const at = aPlace(bytes.subarray(0, end), random);
    return splice(bytes, at, random.whole(0, 3) * 3, write(random.pick(SIGNS)));
  },
  function changeDelimiter(bytes, random) {
    const delimiter = random.pick([';', '\t', '|', ',']).charCodeAt(0);
    return Buffer.from(bytes.map((byte) => (byte === 0x2c || byte === 0x09 ? delimiter : byte)));
  },
];

/** Applies one to four mutations. `encoding` is a name that iconv knows. */
export function mutate(bytes: Buffer, random: Random, encoding = 'utf8'): Buffer {
  const write = (text: string) => iconv.encode(text, encoding);
  let mutated = bytes;
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    mutated = random.pick(MUTATIONS)(mutated, random, write);
  }
  return mutated;
}

function splice(bytes: Buffer, at: number, drop: number, put: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
}

/**
 * Mostly between two UTF-8 characters, because a broken one ends the reading of the file at once.
 */
function aPlace(bytes: Buffer, random: Random): number {
  let at = random.whole(0, bytes.length);
  if (random.chance(0.1)) return at;
  while (((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return Math.max(at, 0);
}

/** The beginning of a cell, where damage reaches further than the count of cells. */
function afterSeparator(bytes: Buffer, random: Random): number {
  const from = random.whole(0, bytes.length);
  const next = [0x2c, 0x09].map((sign) => bytes.indexOf(sign, from)).filter((at) => at >= 0);
  return next.length === 0 ? bytes.length : Math.min(...next) + 1;
}

function aCodePoint(random: Random): number {
  const most = random.pick([0x80, 0x3100, 0xffff, 0x10ffff]);
  const point = random.whole(1, most);
  return point >= 0xd800 && point <= 0xdfff ? 0x20 : point;
}

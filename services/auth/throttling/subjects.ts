import { createHmac } from 'node:crypto';
import { toHiragana } from '../../../domain/text/toHiragana.ts';
import { addressBlock } from './addressBlock.ts';

/** An attempt to sign in. */
export interface Attempt {
  login: string;
  /** The shop's member with this login; null for a stranger. */
  memberId: string | null;
  address: string;
  /** The device, if the member has signed in on it before; null otherwise. */
  deviceId: string | null;
}

/** The keys under which a try of an unknown device is counted, in locking order. */
export interface StrangerSubjects {
  address: string;
  login: string;
  member: string;
  /** Counts successes as well, so that nobody uses up the shared pace with a correct password. */
  signIns: string;
}

/** The keys under which a try of a known device is counted, in locking order. */
export interface DeviceSubjects {
  device: string;
  /** All known devices of the member; counts successes as well. */
  devices: string;
}

/**
 * A shop's database accepts many spellings of one login: letter case, width, accents, kana,
 * trailing spaces, invisible letters. All of them count for the member. A stranger's tries are
 * counted by what these spellings have in common, so that neither is asked to wait sooner than the
 * other. Keyed, so that the table reveals neither logins nor addresses, even to somebody who tries
 * them all.
 */
export function strangerSubjects(attempt: Attempt, key: string): StrangerSubjects {
  const { memberId, address } = attempt;
  const login = fold(attempt.login);
  const who = memberId === null ? `stranger:${login}` : `member:${memberId}`;
  return {
    address: `a:${digest(key, `address:${addressBlock(address)}`)}`,
    login: `l:${digest(key, `login:${login}`)}`,
    member: `m:${digest(key, who)}`,
    signIns: `s:${digest(key, `sign-ins:${who}`)}`,
  };
}

/** The keys under which a known device's try is counted for this member. */
export function deviceSubjects(deviceId: string, memberId: string, key: string): DeviceSubjects {
  return {
    device: `d:${digest(key, `device:${deviceId}`)}`,
    devices: `k:${digest(key, `devices:${memberId}`)}`,
  };
}

// Letters that NFKD does not decompose, mapped as collations based on the Unicode Collation
// Algorithm do.
const LATIN: { [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
};

// Small kana, and below each the large one.
const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
// From U+31F0 on.
const SMALL_OF_AINU = 'くしすとぬはひふへほむらりるれろ';

function fold(login: string): string {
  const folded = login
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    // Marks and invisible characters, which collations ignore.
    .replace(/[\p{M}\p{C}]/gu, '')
    .trim()
    .replace(/\p{Nd}/gu, toDigit)
    .replace(/[ßæœøđðłħıþ]/g, (letter) => LATIN[letter] ?? letter)
    // Black letters in circles and squares, which NFKD does not decompose.
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, (letter) =>
      String.fromCharCode(97 + (((letter.codePointAt(0) ?? 0) - 0x1f150) % 32)),
    )
    .replace(/[ㇰ-ㇿ]/g, (kana) => SMALL_OF_AINU[kana.charCodeAt(0) - 0x31f0] ?? kana);
  return toHiragana(folded).replace(
    /[ぁぃぅぇぉっゃゅょゎゕゖ]/g,
    (kana) => LARGE[SMALL.indexOf(kana)] ?? kana,
  );
}

/** Digits of all scripts compare equal. They come in groups of ten, from 0 to 9. */
function toDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

function digest(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

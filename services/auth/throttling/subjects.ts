import { createHmac } from 'node:crypto';
import { addressBlock } from './addressBlock.ts';

/** Who tries to sign in. */
export interface Attempt {
  login: string;
  /** Whose login it is to the shop; null for a stranger. */
  memberId: string | null;
  address: string;
  /** The device, where the member has signed in on it before; null elsewhere. */
  deviceId: string | null;
}

/** By what a try of an unknown device is counted, in the order in which rows are locked. */
export interface StrangerSubjects {
  address: string;
  login: string;
  member: string;
  /** Counts what succeeds as well, so that nobody spends the pace of all by a right password. */
  signIns: string;
}

/** By what a try of a known device is counted, in the order in which rows are locked. */
export interface DeviceSubjects {
  device: string;
  /** All known devices of the member, and what succeeds as well. */
  devices: string;
}

/**
 * A shop's database takes many spellings for one login: other letter case, width, accents or kana,
 * spaces behind, letters that nobody sees. All of them count for the member. A stranger's count for what they have in common,
 * so that neither is asked to wait sooner than the other. Keyed, so that the table tells neither
 * logins nor addresses, also to who tries all there are.
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

/** By what a try of a known device of this member is counted. */
export function deviceSubjects(deviceId: string, memberId: string, key: string): DeviceSubjects {
  return {
    device: `d:${digest(key, `device:${deviceId}`)}`,
    devices: `k:${digest(key, `devices:${memberId}`)}`,
  };
}

// Letters that NFKD leaves whole, as collations after the Unicode Collation Algorithm take them.
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

// Katakana lie 96 above hiragana, small kana before large ones.
const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';
// From U+31F0 on.
const SMALL_OF_AINU = 'くしすとぬはひふへほむらりるれろ';

function fold(login: string): string {
  return (
    login
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      // Marks, and what nobody sees: collations pass over both.
      .replace(/[\p{M}\p{C}]/gu, '')
      .trim()
      .replace(/\p{Nd}/gu, toDigit)
      .replace(/[ßæœøđðłħıþ]/g, (letter) => LATIN[letter] ?? letter)
      // Black letters in circles and squares, which NFKD leaves whole.
      .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, (letter) =>
        String.fromCharCode(97 + (((letter.codePointAt(0) ?? 0) - 0x1f150) % 32)),
      )
      .replace(/[ㇰ-ㇿ]/g, (kana) => SMALL_OF_AINU[kana.charCodeAt(0) - 0x31f0] ?? kana)
      .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96))
      .replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => LARGE[SMALL.indexOf(kana)] ?? kana)
  );
}

/** Digits of any script count as one another. They lie in tens, from 0 to 9. */
function toDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

function digest(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

import type { Encoding, Profile } from '../profile/profile.ts';
import { RefusedFile } from '../refusedFile.ts';

/** Partners use many names for one encoding. */
const ENCODINGS: { [name: string]: Encoding } = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'windows-31j': 'windows-31j',
  cp932: 'windows-31j',
  ms932: 'windows-31j',
  shift_jis: 'windows-31j',
  'shift-jis': 'windows-31j',
  sjis: 'windows-31j',
  'euc-jp': 'euc-jp',
  eucjp: 'euc-jp',
  'utf-16': 'utf-16',
  utf16: 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

const USABLE = 'utf-8, windows-31j, euc-jp, utf-16, utf-16le, utf-16be';

/**
 * Returns the encoding of this name, or the profile's own for an empty name; throws `RefusedFile`.
 */
export function chooseEncoding(name: string, profile: Profile): Encoding {
  if (name === '') return profile.encoding;
  const encoding = ENCODINGS[name.toLowerCase()];
  if (encoding) return encoding;
  throw new RefusedFile(
    'unknown-encoding',
    `文字コード「${name}」は使えません。使えるもの: ${USABLE}`,
    `Unknown encoding ${name}; expected one of ${USABLE}.`,
  );
}

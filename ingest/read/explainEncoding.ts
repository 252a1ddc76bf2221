import type { Encoding } from '../profile.ts';
import { RefusedFile } from '../refusedFile.ts';

/** The refusal of a line that the encoding cannot hold; names the encoding that could. */
export function explainEncoding(
  bytes: Uint8Array,
  encoding: Encoding,
  line: number,
  offset: number,
): RefusedFile {
  const other: Encoding = encoding === 'utf-8' ? 'windows-31j' : 'utf-8';
  const fits = isReadable(bytes, other);
  return new RefusedFile(
    'wrong-encoding',
    `${line}行目(${offset}バイト目から)は${encoding}として読めません。${
      fits ? `${other}のファイルのようです。` : 'ファイルが壊れているか、文字の途中で切れています。'
    }`,
    `Line ${line}, from byte ${offset}, is not ${encoding}; ${
      fits ? `it looks like ${other}` : 'the file is damaged or cut within a character'
    }.`,
  );
}

function isReadable(bytes: Uint8Array, encoding: Encoding): boolean {
  const label = encoding === 'windows-31j' ? 'shift_jis' : 'utf-8';
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

import { RefusedFile } from '../refusedFile.ts';
import type { PlainEncoding } from './byteOrderMark.ts';
import { isReadable } from './encodings.ts';

/** By likelihood of the mistake. A split UTF-16 character tells nothing about its file. */
const OTHERS: readonly PlainEncoding[] = ['utf-8', 'windows-31j', 'euc-jp'];

/**
 * Returns the refusal of a line that is invalid in the encoding; names the encodings in which it
 * would be valid.
 */
export function explainEncoding(
  bytes: Uint8Array,
  encoding: PlainEncoding,
  line: number,
  offset: number,
): RefusedFile {
  const others = encoding.startsWith('utf-16') ? [] : OTHERS;
  const fitting = others.filter((other) => other !== encoding && isReadable(bytes, other));
  const names = fitting.join('か');
  return new RefusedFile(
    'wrong-encoding',
    `${line}行目(${offset}バイト目から)は${encoding}として読めません。${
      fitting.length > 0
        ? `${names}のファイルのようです。`
        : 'ファイルが壊れているか、文字の途中で切れています。'
    }`,
    `Line ${line}, from byte ${offset}, is not ${encoding}; ${
      fitting.length > 0
        ? `it looks like ${fitting.join(' or ')}`
        : 'the file is damaged or cut within a character'
    }.`,
  );
}

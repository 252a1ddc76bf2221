import { toHiragana } from '../../../domain/text/toHiragana.ts';
import { foldEncoding } from './foldEncoding.ts';

/** Characters that files in an older encoding replace by a relative. */
const VARIANTS: { [variant: string]: string } = {
  噓: '嘘',
  髙: '高',
  﨑: '崎',
  繫: '繋',
  摑: '掴',
  鷗: '鴎',
};

/**
 * The text as it is compared, never as it is shown: one width, one case, one kind of kana, no
 * spaces, one dash, one tilde, common variant kanji. ー is a letter and stays.
 */
export function foldForMatching(text: string): string {
  return toHiragana(foldEncoding(text).normalize('NFKC').toLowerCase())
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[〜～∼]/g, '~')
    .replace(/[噓髙﨑繫摑鷗]/g, (kanji) => VARIANTS[kanji] ?? kanji);
}

import { toHiragana } from '../../../domain/text/toHiragana.ts';
import { foldEncoding } from './foldEncoding.ts';

/** Characters that files in an older encoding replace with a variant. */
const VARIANTS: { [variant: string]: string } = {
  噓: '嘘',
  髙: '高',
  﨑: '崎',
  繫: '繋',
  摑: '掴',
  鷗: '鴎',
};

/**
 * Folds text for comparison, never for display: one width, case, kind of kana, dash and tilde, no
 * spaces, common variant kanji. ー is a letter and stays.
 */
export function foldForMatching(text: string): string {
  return toHiragana(foldEncoding(text).normalize('NFKC').toLowerCase())
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[〜～∼]/g, '~')
    .replace(/[噓髙﨑繫摑鷗]/g, (kanji) => VARIANTS[kanji] ?? kanji);
}

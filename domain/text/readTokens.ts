import type { Form } from './forms.ts';
import { KANJI_NUMERALS } from './numerals.ts';
import { GAP, isDigit, isLetter, MARK, type Sign } from './sign.ts';

type Kind = 'gap' | 'mark' | 'digits' | 'letters' | 'numerals' | 'special' | 'other';

/** A run of characters of one kind. */
export interface Token {
  kind: Kind;
  text: string;
  /** The place of each of its characters. */
  places: number[];
}

/** Each is a token of its own, because it may belong to a volume. */
const SPECIAL = '第巻上中下';

export function readTokens(signs: Sign[], form: Form): Token[] {
  const tokens: Token[] = [];
  let last: Token = { kind: 'special', text: '', places: [] };
  let wasSmall = false;
  signs.forEach(({ sign, source, place }) => {
    const kind = kindOf(sign);
    const isCapital = kind === 'letters' && source.toLowerCase() !== source;
    const begins =
      kind !== last.kind || kind === 'special' || (form === 'literal' && wasSmall && isCapital);
    if (begins) {
      last = { kind, text: sign, places: [place] };
      tokens.push(last);
    } else {
      last.text += sign;
      last.places.push(place);
    }
    wasSmall = kind === 'letters' && !isCapital;
  });
  return tokens;
}

function kindOf(sign: string): Kind {
  // Most are kana and kanji.
  if (sign >= '一') {
    if (KANJI_NUMERALS.indexOf(sign) >= 0) return 'numerals';
    return SPECIAL.indexOf(sign) >= 0 ? 'special' : 'other';
  }
  if (sign === '〇') return 'numerals';
  if (sign >= '\u3041') return 'other';
  if (sign === GAP) return 'gap';
  if (sign === MARK) return 'mark';
  if (isDigit(sign)) return 'digits';
  return isLetter(sign) ? 'letters' : 'other';
}

import { HALF_VOICED, UNVOICED, VOICED } from './kana.ts';
import { PAIRED_KANJI } from './nameKanji.ts';
import { foldUnit, GAP, isDigit, MARK, type Sign, STROKE } from './sign.ts';

/**
 * Returns the characters of an NFKC text one by one, each folded by itself or according to its
 * neighbours.
 */
export function readSigns(nfkc: string): Sign[] {
  const units = nfkc.split('');
  const signs: Sign[] = [];
  let next = 0;
  units.forEach((unit, place) => {
    if (place < next) return;
    next = place + 1;
    const following = units[next] ?? '';
    if (unit >= '\ud800' && unit <= '\udfff') {
      // A lone surrogate is dropped.
      if (unit > '\udbff' || following < '\udc00' || following > '\udfff') return;
      next = place + 2;
      pushPair(signs, unit, following, place);
      return;
    }
    const before = signs[signs.length - 1]?.sign ?? GAP;
    const folded = foldInPlace(unit, following, before, units, place);
    if (folded === 'ヴ') {
      // ヴァ is folded like バ.
      const vowel = following === '' ? '' : foldUnit(following);
      const at = vowel === '' ? -1 : 'あいえお'.indexOf(vowel);
      if (at >= 0) next = place + 2;
      signs.push({ sign: at >= 0 ? 'ばびべぼ'.charAt(at) : 'ぶ', source: unit, place });
    } else if (folded === '\u3099' || folded === '\u309a') {
      voice(signs, folded);
    } else if (folded.length === 1) {
      signs.push({ sign: folded, source: unit, place });
    } else {
      folded.split('').forEach((sign) => {
        signs.push({ sign, source: unit, place });
      });
    }
  });
  return signs;
}

/** Adds a character beyond the first 65,536, as its two surrogates if it has no replacement. */
function pushPair(signs: Sign[], high: string, low: string, place: number): void {
  // Variation selectors of kanji.
  if (high === '\udb40') return;
  const known = PAIRED_KANJI[`${high}${low}`];
  if (known) {
    signs.push({ sign: known, source: high, place });
  } else {
    signs.push({ sign: high, source: high, place });
    signs.push({ sign: low, source: low, place });
  }
}

/** Characters that depend on their neighbours. */
const CHANGING = 'ヴゔゝヽゞヾ々〻 +#♯,ヶケけヵカか箇';

function foldInPlace(
  unit: string,
  next: string,
  before: string,
  units: string[],
  place: number,
): string {
  if (CHANGING.indexOf(unit) < 0) return foldUnit(unit);
  if (unit === 'ヴ' || unit === 'ゔ') return 'ヴ';
  if (unit === 'ゝ' && before === 'づ') return 'つ';
  // NFKC puts a space before a sound mark that stood alone.
  if (unit === ' ' && (next === '\u3099' || next === '\u309a')) return '';
  if (unit === 'ゝ' || unit === 'ヽ' || unit === '々' || unit === '〻') {
    return before === GAP || before === MARK || before === STROKE ? unit : before;
  }
  if (unit === 'ゞ' || unit === 'ヾ') {
    const at = UNVOICED.indexOf(before);
    return at >= 0 ? VOICED.charAt(at) : before;
  }
  if (unit === '+' && (before === '+' || (before >= 'a' && before <= 'z'))) return '+';
  if ((unit === '#' || unit === '♯') && before >= 'a' && before <= 'z' && !isDigit(next)) {
    return '♯';
  }
  if (unit === ',' && isBetweenThousands(units, place)) return '';
  if ('ヶケけヵカか箇'.indexOf(unit) >= 0 && next !== '' && '月所国年条'.indexOf(next) >= 0) {
    return isDigit(before) || '一二三四五六七八九十何数'.indexOf(before) >= 0
      ? 'か'
      : foldUnit(unit);
  }
  return foldUnit(unit);
}

function isBetweenThousands(units: string[], place: number): boolean {
  const [before, first, second, third, fourth] = [-1, 1, 2, 3, 4].map((by) =>
    isDigit(units[place + by] ?? ''),
  );
  return !!before && !!first && !!second && !!third && !fourth;
}

/** Adds the sound mark to the last kana. */
function voice(signs: Sign[], mark: string): void {
  const last = signs[signs.length - 1];
  const at = last === undefined ? -1 : UNVOICED.indexOf(last.sign);
  if (last === undefined || at < 0) return;
  if (mark === '\u3099') last.sign = VOICED.charAt(at);
  else if (at >= 15) last.sign = HALF_VOICED.charAt(at - 15);
}

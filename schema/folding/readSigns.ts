import { HALF_VOICED, UNVOICED, VOICED } from './kana.ts';
import { PAIRED_KANJI } from './nameKanji.ts';
import { foldUnit, GAP, isDigit, MARK, type Sign, STROKE } from './sign.ts';

/** The characters of a text in NFKC one by one, each folded by itself or by its neighbours. */
export function readSigns(nfkc: string): Sign[] {
  const units = nfkc.split('');
  const signs: Sign[] = [];
  // How many units the last one took with it.
  let taken = 0;
  units.forEach((unit, place) => {
    if (taken > 0) {
      taken -= 1;
      return;
    }
    const next = units[place + 1] ?? '';
    const before = signs[signs.length - 1]?.sign ?? GAP;
    if (unit >= '\ud800' && unit <= '\udfff') {
      const isPair = unit <= '\udbff' && next >= '\udc00' && next <= '\udfff';
      if (!isPair) return;
      taken = 1;
      // Selectors of the glyph of a kanji.
      if (unit === '\udb40') return;
      const known = PAIRED_KANJI[`${unit}${next}`];
      if (known) {
        signs.push({ sign: known, source: unit, place });
      } else {
        signs.push({ sign: unit, source: unit, place });
        signs.push({ sign: next, source: next, place });
      }
      return;
    }
    const folded = foldInPlace(unit, next, before, units, place);
    if (folded === 'ヴ') {
      // ヴァ is compared as バ.
      const vowel = 'あいえお'.indexOf(foldUnit(next));
      taken = vowel >= 0 && next !== '' ? 1 : 0;
      const kana = taken === 1 ? 'ばびべぼ'.charAt(vowel) : 'ぶ';
      signs.push({ sign: kana, source: unit, place });
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

/** What its neighbours may change. */
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
  // A sound mark that stood alone came out of NFKC behind a space.
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

/** Gives the last kana its sound mark. */
function voice(signs: Sign[], mark: string): void {
  const last = signs[signs.length - 1];
  const at = last === undefined ? -1 : UNVOICED.indexOf(last.sign);
  if (last === undefined || at < 0) return;
  if (mark === '\u3099') last.sign = VOICED.charAt(at);
  else if (at >= 15) last.sign = HALF_VOICED.charAt(at - 15);
}

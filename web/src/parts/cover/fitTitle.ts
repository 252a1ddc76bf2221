import { shorten } from '../../../../domain/text/shorten.ts';

export interface FittedTitle {
  text: string;
  size: 'large' | 'medium' | 'small' | 'tiny';
}

/** The number of characters that fit in small type, or in the tiny type of a large cover. */
const LONGEST = 40;
const LONGEST_TINY = 88;

/**
 * Chooses the type size of a title on a cover, and shortens a title that would not fit at all. A
 * `large` cover allows smaller type.
 */
export function fitTitle(title: string, large = false): FittedTitle {
  const upright = standUp(title);
  const { length } = [...upright];
  if (length <= 8) return { text: upright, size: 'large' };
  if (length <= 18) return { text: upright, size: 'medium' };
  if (length <= LONGEST) return { text: upright, size: 'small' };
  if (!large) return { text: shorten(upright, LONGEST), size: 'small' };
  return { text: shorten(upright, LONGEST_TINY), size: 'tiny' };
}

/**
 * Replaces a single digit, such as a volume number, by its full-width form, which stands upright in
 * vertical text.
 */
function standUp(title: string): string {
  return title.replace(/(?<![\w.])\d(?![\w.])/g, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
  );
}

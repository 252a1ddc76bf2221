import { shorten } from '../../../../domain/text/shorten.ts';

export interface FittedTitle {
  text: string;
  size: 'large' | 'medium' | 'small' | 'tiny';
}

/** The columns of small type hold this many characters, and those of the tiny type of a large cover. */
const LONGEST = 40;
const LONGEST_TINY = 88;

/**
 * Chooses how large a title is set on a cover, and shortens one that would not fit at all. On a cover
 * that is shown `large`, type may be smaller than on others.
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

/** A digit that stands alone, as a volume does, is set upright in a vertical line: in its full width. */
function standUp(title: string): string {
  return title.replace(/(?<![\w.])\d(?![\w.])/g, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
  );
}

export interface FittedTitle {
  text: string;
  size: 'large' | 'medium' | 'small';
}

/** Two columns of small type hold this many characters. */
const LONGEST = 40;

/** Chooses how large a title is set on a cover, and shortens one that would not fit at all. */
export function fitTitle(title: string): FittedTitle {
  const upright = standUp(title);
  const characters = [...upright];
  if (characters.length <= 8) return { text: upright, size: 'large' };
  if (characters.length <= 18) return { text: upright, size: 'medium' };
  if (characters.length <= LONGEST) return { text: upright, size: 'small' };
  return { text: `${characters.slice(0, LONGEST - 1).join('')}…`, size: 'small' };
}

/** A digit that stands alone, as a volume does, is set upright in a vertical line: in its full width. */
function standUp(title: string): string {
  return title.replace(/(?<![\w.])\d(?![\w.])/g, (digit) =>
    String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
  );
}

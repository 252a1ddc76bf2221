export interface FittedTitle {
  text: string;
  size: 'large' | 'medium' | 'small';
}

/** Two columns of small type hold this many characters. */
const LONGEST = 40;

/** Chooses how large a title is set on a cover, and shortens one that would not fit at all. */
export function fitTitle(title: string): FittedTitle {
  const characters = [...title];
  if (characters.length <= 8) return { text: title, size: 'large' };
  if (characters.length <= 18) return { text: title, size: 'medium' };
  if (characters.length <= LONGEST) return { text: title, size: 'small' };
  return { text: `${characters.slice(0, LONGEST - 1).join('')}…`, size: 'small' };
}

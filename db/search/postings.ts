/** As many characters of a text can be found: so many places has the table `text_place`. */
export const MOST_CHARACTERS = 3_969;

/** What stands between the fields of a folded text; nobody looks for it. */
const APART = '|';

/**
 * SQL for the number of the two characters that begin at `place` of a text: 24 bits for each, the first
 * in front. A character at the end of the text stands alone.
 */
export function gramAt(text: string, place: string): string {
  const bits = (at: string) => `(ord(substring(${text}, ${at}, 1)) & 16777215)`;
  return `${bits(place)} << 24 | ${bits(`${place} + 1`)}`;
}

/** SQL for whether a posting of the text begins at `place`. */
export function isPosted(text: string, place: string): string {
  return `substring(${text}, ${place}, 1) <> '${APART}'`;
}

/** SQL for whether the book `alias` can be listed as upcoming. */
export function isListed(alias: string): string {
  return `${alias}.status in ('UPCOMING', 'UNCONFIRMED')`;
}

/**
 * SQL for the place of the book `alias` on the list by date in 32 bits, which sorts as its release_order
 * does: 17 for the earliest day, counted in months of 31 days from 1900, and 15 for how many such days
 * later the latest is. An open end is as late as can be.
 */
export function releaseRank(alias: string): string {
  const day = (from: number) => {
    const part = (at: number, length: number) =>
      `substring(${alias}.release_order, ${from + at}, ${length})`;
    return `((cast(${part(0, 4)} as signed) - 1900) * 372 + cast(${part(4, 2)} as signed) * 31 + cast(${part(6, 2)} as signed))`;
  };
  const [earliest, latest] = [day(1), day(9)];
  return `(greatest(least(${earliest}, 131071), 0) * 32768 + greatest(least(${latest} - ${earliest}, 32767), 0))`;
}

/** The searchable length of a text: the table `text_place` has this many positions. */
export const MOST_CHARACTERS = 3_969;

/**
 * SQL for the position of the book `alias` in the list by date, in 32 bits that sort like its
 * release_order: 17 for the earliest day, counted in months of 31 days from 1900, and 15 for the
 * number of such days until the latest. An open end is the latest possible.
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

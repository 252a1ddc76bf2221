/** As many characters of a text can be found: so many places has the table `text_place`. */
export const MOST_CHARACTERS = 3_969;

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

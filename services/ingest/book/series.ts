/** A series as the feed states it, and the number within it. */
export interface SeriesStatement {
  name: string;
  number: string | null;
}

/**
 * Splits `岩波文庫 34-229-1` before its last word if that word contains a digit. The number is a shelf
 * mark of the series, not the volume of the book.
 */
export function splitSeries(statement: string): SeriesStatement {
  const text = statement.trim();
  const match = /^(.*\S)\s+(\S*\p{Nd}\S*)$/u.exec(text);
  if (!match) return { name: text, number: null };
  return { name: String(match[1]), number: String(match[2]) };
}

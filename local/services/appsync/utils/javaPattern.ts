/**
 * A part of a pattern of Java's DateTimeFormatter: literal text, a letter with its number of
 * repetitions, or an optional section in brackets.
 */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'field'; letter: string; width: number }
  | { kind: 'optional'; tokens: Token[] };

/** Parses a pattern ("Patterns for Formatting and Parsing" of DateTimeFormatter). */
export function readJavaPattern(pattern: string): Token[] {
  const open: Token[][] = [[]];
  for (const [part, quoted, letter] of pattern.matchAll(
    /'((?:[^']|'')*)'|([a-zA-Z])\2*|[[\]]|[^a-zA-Z'[\]]+|'/g,
  )) {
    const tokens = open.at(-1) as Token[];
    if (quoted !== undefined) {
      tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") || "'" });
    } else if (letter !== undefined) {
      tokens.push({ kind: 'field', letter, width: part.length });
    } else if (part === '[') {
      open.push([]);
    } else if (part === ']') {
      const section = open.pop() as Token[];
      if (open.length === 0) throw new Error(`"${pattern}" closes a section that it did not open`);
      open.at(-1)?.push({ kind: 'optional', tokens: section });
    } else if (/['{}#]/.test(part)) {
      throw new Error(`"${pattern}" has a ${part.trim()} that Java does not take`);
    } else {
      tokens.push({ kind: 'text', text: part });
    }
  }
  // A section that is not closed ends with the pattern.
  while (open.length > 1) {
    const section = open.pop() as Token[];
    open.at(-1)?.push({ kind: 'optional', tokens: section });
  }
  return open[0] as Token[];
}

export type TokenKind =
  | 'comment'
  | 'space'
  /** In single or double quotes, these included. */
  | 'string'
  /** In back-ticks, these included. */
  | 'name'
  /** `:name`, the colon included. */
  | 'parameter'
  | 'word'
  | 'number'
  | 'symbol';

/** A piece of SQL text; all of them joined are the text again. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** Where it begins in the text. */
  index: number;
}

/** Text that is no SQL: a quote or a comment has no end. */
export class UnclosedToken extends Error {
  override name = 'UnclosedToken';
}

// In this order. A quote is doubled or escaped inside; `::` and `:=` are no parameters; a comment of two dashes needs a
// space (MySQL Reference Manual, "Comments", "String Literals").
const token = new RegExp(
  [
    /(?<comment>--(?=\s|$)[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)/,
    /(?<space>\s+)/,
    /(?<string>'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*")/,
    /(?<name>`(?:[^`]|``)*`)/,
    /(?<unclosed>['"`]|\/\*)/,
    /(?<parameter>(?<!:):[A-Za-z_][A-Za-z0-9_]*)/,
    /(?<word>[A-Za-z_$@\u0080-\uffff][\w$@\u0080-\uffff]*)/,
    /(?<number>\d[\w.]*)/,
    /(?<symbol>->>|->|:=|::|[\s\S])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Splits SQL text of MySQL's dialect. Throws UnclosedToken. */
export function readTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(token)) {
    const [text] = match;
    const [kind] =
      Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    if (kind === 'unclosed') {
      throw new UnclosedToken(`The SQL text has a ${text} at ${match.index} that is not closed`);
    }
    tokens.push({ kind: kind as TokenKind, text, index: match.index }); // the groups are the kinds
  }
  return tokens;
}

export type TokenKind =
  | 'comment'
  | 'space'
  /** In single or double quotes, included. */
  | 'string'
  /** In backticks, included. */
  | 'name'
  /** `:name`, including the colon. */
  | 'parameter'
  | 'word'
  | 'number'
  | 'symbol';

/** A piece of SQL text; the joined tokens are the original text. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** Its start in the text. */
  index: number;
}

/** Thrown for invalid SQL text with an unterminated quote or comment. */
export class UnclosedToken extends Error {
  override name = 'UnclosedToken';
}

// Tried in this order. A quote inside a string is doubled or escaped; `::` and `:=` are not
// parameters; `--` starts a comment only before a space (MySQL Reference Manual, "Comments",
// "String Literals").
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

/** Splits SQL text of MySQL's dialect into tokens. Throws UnclosedToken. */
export function readTokens(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(token)) {
    const [text] = match;
    const [kind] =
      Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    if (kind === 'unclosed') {
      throw new UnclosedToken(`The SQL text has a ${text} at ${match.index} that is not closed`);
    }
    tokens.push({ kind: kind as TokenKind, text, index: match.index }); // the group names are the kinds
  }
  return tokens;
}

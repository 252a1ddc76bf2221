import { readTokens, type Token } from './tokens.ts';

/** The words and signs of one statement, without spaces and comments, for finding constructs. */
export interface Phrases {
  readonly length: number;
  /** The token's text as written; undefined past the end. */
  text(at: number): string | undefined;
  /** The word in lower case; empty if the token is not a bare word. */
  word(at: number): string;
  /**
   * Returns the start of each occurrence of this phrase. `for update of` is three words, `row (` a
   * word and a sign.
   */
  find(phrase: string): number[];
  /** Returns the parenthesis that closes the one at `open`; the last token if none does. */
  closing(open: number): number;
  /** The number of open parentheses before this token. */
  depth(at: number): number;
  /** Returns the tokens between the parentheses of each call of a function. */
  calls(name: string): { from: number; to: number }[];
  readonly tokens: readonly Token[];
}

/** Throws UnclosedToken. */
export function readPhrases(sql: string): Phrases {
  const tokens = readTokens(sql).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const words = tokens.map(({ kind, text }) => (kind === 'word' ? text.toLowerCase() : ''));
  const depths = depthsOf(tokens);
  const phrases: Phrases = {
    tokens,
    length: tokens.length,
    text: (at) => tokens[at]?.text,
    word: (at) => words[at] ?? '',
    depth: (at) => depths[at] ?? 0,
    find(phrase) {
      const parts = phrase.split(' ');
      const isHere = (at: number) =>
        parts.every((part, i) => words[at + i] === part || tokens[at + i]?.text === part);
      return tokens.map((_token, at) => at).filter(isHere);
    },
    closing(open) {
      const inside = (depths[open] ?? 0) + 1;
      for (let at = open + 1; at < tokens.length; at += 1) {
        if (tokens[at]?.text === ')' && depths[at] === inside) return at;
      }
      return tokens.length - 1;
    },
    calls: (name) =>
      phrases.find(`${name} (`).map((at) => ({ from: at + 2, to: phrases.closing(at + 1) })),
  };
  return phrases;
}

function depthsOf(tokens: Token[]): number[] {
  let depth = 0;
  return tokens.map(({ text }) => {
    const before = depth;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return before;
  });
}

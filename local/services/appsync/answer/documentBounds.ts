import { type DocumentNode, Kind, Lexer, Source, type Token, TokenKind, visit } from 'graphql';

/** The number of tokens that graphql-java reads of one document (its ParserOptions). */
const MAX_TOKENS = 15_000;
/** The nesting depth that it reads. */
const MAX_DEPTH = 500;
/**
 * Above this many selections in one place, duplicates are dropped before they are compared
 * pairwise.
 */
const MANY_SELECTIONS = 1_000;

const OPENING: string[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: string[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** Where and why parsing was cancelled, in graphql-java's wording. */
export interface Excess {
  message: string;
  token: Token;
}

/**
 * Checks a text before it is parsed; null if it is neither too long nor too deep. Throws
 * GraphQLError.
 */
export function findExcess(query: string): Excess | null {
  if (query.length <= MAX_DEPTH) return null;
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  for (let tokens = 1; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
    const { token } = lexer;
    if (tokens > MAX_TOKENS)
      return cancelled("More than 15,000 'grammar' tokens have been presented", token);
    if (OPENING.includes(token.kind)) depth += 1;
    if (CLOSING.includes(token.kind)) depth -= 1;
    if (depth > MAX_DEPTH)
      return cancelled("More than 500 deep 'grammar' rules have been entered", token);
  }
  return null;
}

function cancelled(what: string, token: Token): Excess {
  const message = `${what}. To prevent Denial Of Service attacks, parsing has been cancelled.`;
  return { message, token };
}

/**
 * Drops repeated plain fields that occur many times in one place. They change nothing, and the rule
 * that same-named fields must be compatible compares all pairs.
 */
export function withoutRepetition(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.SELECTION_SET](set) {
      if (set.selections.length <= MANY_SELECTIONS) return undefined;
      const seen = new Set<string>();
      const selections = set.selections.filter((one) => {
        if (one.kind !== Kind.FIELD || one.selectionSet) return true;
        if (one.arguments?.length || one.directives?.length) return true;
        const name = `${one.alias?.value ?? one.name.value}:${one.name.value}`;
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
      });
      return { ...set, selections };
    },
  });
}

/** The named character sets of java.util.regex, all ASCII, as class content. */
const POSIX: Record<string, string> = {
  Alnum: 'a-zA-Z0-9',
  Alpha: 'a-zA-Z',
  ASCII: '\\x00-\\x7F',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  Digit: '0-9',
  Graph: '!-~',
  Lower: 'a-z',
  Print: ' -~',
  Punct: '!-\\/:-@\\[-`{-~',
  Space: ' \\t\\n\\x0B\\f\\r',
  Upper: 'A-Z',
  XDigit: '0-9a-fA-F',
};

/**
 * Letters for character sets. Java's `\s` excludes the ideographic space, JavaScript's includes it.
 */
const SETS: Record<string, string> = {
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\t\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000',
  v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029',
};

/** Binary properties and categories after `Is`; any other name there is a script. */
const PROPERTIES: Record<string, string> = {
  Alphabetic: 'Alphabetic',
  Control: 'Cc',
  Digit: 'Nd',
  Ideographic: 'Ideographic',
  Letter: 'L',
  Lowercase: 'Lowercase',
  Punctuation: 'P',
  Uppercase: 'Uppercase',
  White_Space: 'White_Space',
};

const LINE_BREAK = '\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029]';
/** The end of the text, or the position before its final line break. */
export const BEFORE_LAST_BREAK = '(?=(?:\\r\\n|[\\n\\r\\x85\\u2028\\u2029])?(?![\\s\\S]))';

const OUTSIDE: Record<string, string> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: BEFORE_LAST_BREAK,
  R: `(?:${LINE_BREAK})`,
};
const CHARACTERS: Record<string, string> = { a: '\\x07', e: '\\x1B' };

/** The translation of an escape, and its length in the Java expression. */
export type Escape = { text: string; length: number };

/**
 * Translates the escape at the start of `rest`, the remaining Java expression. Throws if it has no
 * equivalent in JavaScript.
 */
export function translateEscape(rest: string, inClass: boolean): Escape {
  const property = /^\\([pP])(?:\{([^}]+)\}|([A-Z]))/.exec(rest);
  if (property) {
    const [whole, letter, long, short] = property;
    const isNegated = letter === 'P';
    return { text: writeProperty(long ?? short ?? '', isNegated, inClass), length: whole.length };
  }
  const hex = /^\\x\{([0-9a-fA-F]+)\}/.exec(rest);
  if (hex) return { text: `\\u{${hex[1]}}`, length: hex[0].length };
  const octal = /^\\0([0-3]?[0-7]{1,2})/.exec(rest);
  if (octal) {
    const code = Number.parseInt(octal[1] as string, 8)
      .toString(16)
      .padStart(2, '0');
    return { text: `\\x${code}`, length: octal[0].length };
  }
  return { text: writeLetter(rest[1] ?? '', inClass), length: 2 };
}

function writeLetter(letter: string, inClass: boolean): string {
  const set = SETS[letter.toLowerCase()];
  if (set) return writeSet(set, letter !== letter.toLowerCase(), inClass);
  if (OUTSIDE[letter] && !inClass) return OUTSIDE[letter];
  if (CHARACTERS[letter]) return CHARACTERS[letter];
  if (/[GEXNbB]/.test(letter) && (inClass || !/[bB]/.test(letter)))
    throw unsupported(`\\${letter}`);
  // Java allows any character but a letter to be escaped; JavaScript's `u` mode only syntax
  // characters.
  if (/[^a-zA-Z0-9]/.test(letter) && !/[\^$\\.*+?()[\]{}|/-]/.test(letter)) return letter;
  if (letter === '-' && !inClass) return '-';
  return `\\${letter}`;
}

function writeProperty(name: string, isNegated: boolean, inClass: boolean): string {
  if (Object.hasOwn(POSIX, name)) return writeSet(POSIX[name] as string, isNegated, inClass);
  if (/^(?:In|java|blk=|block=)/.test(name)) throw unsupported(`\\p{${name}}`);
  const letter = isNegated ? 'P' : 'p';
  const script = /^(?:Is|script=|sc=)(\w+)$/.exec(name)?.[1];
  if (!script) return `\\${letter}{${name}}`;
  const known = Object.hasOwn(PROPERTIES, script) || /^[A-Z][a-z]?$/.test(script);
  return known ? `\\${letter}{${PROPERTIES[script] ?? script}}` : `\\${letter}{Script=${script}}`;
}

function writeSet(set: string, isNegated: boolean, inClass: boolean): string {
  if (!inClass) return `[${isNegated ? '^' : ''}${set}]`;
  if (isNegated) throw unsupported('a negated set within a class');
  return set;
}

/** The error for a construct that exists only in Java. */
export function unsupported(construct: string): SyntaxError {
  return new SyntaxError(`Java regex ${construct} is not supported by the local AppSync`);
}

const POSIX: Record<string, string> = {
  Alnum: 'a-zA-Z0-9',
  Alpha: 'a-zA-Z',
  ASCII: '\\x00-\\x7F',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  Digit: '0-9',
  Lower: 'a-z',
  Punct: '!-\\/:-@\\[-`{-~',
  Space: ' \\t\\n\\x0B\\f\\r',
  Upper: 'A-Z',
  XDigit: '0-9a-fA-F',
};

/**
 * The JavaScript expression for a Java one (java.util.regex.Pattern), as `util.matches` and
 * `String.replace` read it. What has no equal in JavaScript is refused by name.
 */
export function toRegExp(java: string, flags = 'u'): RegExp {
  // An escape stands for one character, so `\\p{Alpha}+` is no possessive quantifier.
  const bare = java.replace(/\\[pP]\{[^}]*\}|\\[^QEGzZAhHRX]/g, 'x');
  for (const [construct, name] of UNSUPPORTED) {
    if (construct.test(bare)) throw new SyntaxError(`Java regex ${name} is not supported: ${java}`);
  }
  let source = '';
  let inClass = false;
  for (let i = 0; i < java.length; i += 1) {
    const at = java[i] as string;
    if (at === '\\') {
      const [text, length] = translateEscape(java, i, inClass);
      source += text;
      i += length - 1;
    } else {
      if (at === '[') inClass = true;
      if (at === ']') inClass = false;
      source += at;
    }
  }
  return new RegExp(source, flags);
}

const UNSUPPORTED: [RegExp, string][] = [
  [/(?:[*+?]|\})\+/, 'possessive quantifier'],
  [/\(\?>/, 'atomic group'],
  [/\(\?[a-zA-Z]+[):]/, 'inline flag'],
  [/&&/, 'class intersection'],
  [/\\[QEGzZAhHRX]/, 'escape'],
];

/** The translation of the escape that begins at `start`, and how many characters it spans. */
function translateEscape(java: string, start: number, inClass: boolean): [string, number] {
  const rest = java.slice(start);
  const posix = /^\\p\{(\w+)\}/.exec(rest);
  const set = posix && POSIX[posix[1] as string];
  if (posix && set) return [inClass ? set : `[${set}]`, posix[0].length];
  const is = /^\\([pP])\{Is(\w+)\}/.exec(rest);
  if (is) return [`\\${is[1]}{Script=${is[2]}}`, is[0].length];
  const category = /^\\[pP]\{[^}]+\}/.exec(rest);
  if (category) return [category[0], category[0].length];
  const next = java[start + 1] ?? '';
  // Java lets any non-letter be escaped; JavaScript's `u` mode only its syntax characters.
  if (/[^a-zA-Z0-9]/.test(next) && !/[\^$\\.*+?()[\]{}|/-]/.test(next)) return [next, 2];
  if (next === '-' && !inClass) return ['-', 2];
  return [`\\${next}`, 2];
}

import { BEFORE_LAST_BREAK, translateEscape, unsupported } from './javaRegexEscape.ts';

/**
 * Converts a Java regular expression (java.util.regex.Pattern), as used by `util.matches` and
 * `String.replace`, to JavaScript. Rejects constructs without an equivalent, naming them.
 */
export function toRegExp(java: string, isGlobal = false): RegExp {
  const { flags, rest } = readFlags(java);
  const isMultiline = flags.includes('m');
  let source = '';
  let inClass = false;
  for (let i = 0; i < rest.length; i += 1) {
    const at = rest[i] as string;
    if (at === '\\') {
      const taken =
        rest[i + 1] === 'Q' ? quote(rest.slice(i)) : translateEscape(rest.slice(i), inClass);
      source += taken.text;
      i += taken.length - 1;
      // `\++` is an escaped plus with a quantifier, so the check starts here.
      refusePossessive(rest, i);
      continue;
    }
    if (inClass) {
      if (at === '[') throw unsupported('union of classes');
      if (rest.startsWith('&&', i)) throw unsupported('class intersection');
      if (at === ']') inClass = false;
      source += at;
    } else {
      if (at === '[') inClass = true;
      refuseGroup(rest.slice(i));
      source += at === '$' && !isMultiline ? BEFORE_LAST_BREAK : at === ']' ? '\\]' : at;
    }
    if (!inClass) refusePossessive(rest, i);
  }
  return new RegExp(source, `u${flags}${isGlobal ? 'g' : ''}`);
}

/** Flags at the very beginning; `(?i)` folds only ASCII, so other letters are rejected. */
function readFlags(java: string): { flags: string; rest: string } {
  const [whole = '', given = ''] = /^\(\?([a-zA-Z]+)\)/.exec(java) ?? [];
  const rest = java.slice(whole.length);
  const unknown = [...given].find((flag) => !'imsu'.includes(flag));
  if (unknown) throw unsupported(`inline flag ${unknown}`);
  if (given.includes('i') && !given.includes('u') && /[^\0-\x7f]/.test(rest)) {
    throw unsupported('inline flag i without u beside letters outside of ASCII');
  }
  return { flags: given.replace('u', ''), rest };
}

/** `\Q…\E`: everything between is literal. */
function quote(rest: string): { text: string; length: number } {
  const end = rest.indexOf('\\E', 2);
  const literal = rest.slice(2, end < 0 ? undefined : end);
  const text = literal.replace(/[\^$\\.*+?()[\]{}|/-]/g, (char) =>
    char === '-' ? '-' : `\\${char}`,
  );
  return { text, length: end < 0 ? rest.length : end + 2 };
}

function refuseGroup(rest: string): void {
  if (rest.startsWith('(?>')) throw unsupported('atomic group');
  if (/^\(\?[a-zA-Z-]+[:)]/.test(rest)) throw unsupported('inline flag within an expression');
}

/** Throws if the character after `index` is a quantifier made possessive by a plus. */
function refusePossessive(java: string, index: number): void {
  if (/^(?:[*+?]|\{\d+(?:,\d*)?\})\+/.test(java.slice(index + 1))) {
    throw unsupported('possessive quantifier');
  }
}

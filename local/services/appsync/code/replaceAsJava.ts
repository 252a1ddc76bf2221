import { toRegExp } from '../utils/javaRegex.ts';

/**
 * `String.prototype.replace` and `replaceAll` of APPSYNC_JS: both arguments are strings; the first
 * may use Java's regular expression syntax, the second `$1`, `${name}` and `\` as in Java.
 */
export function replaceAsJava(text: string, pattern: unknown, by: unknown, all: boolean): string {
  if (typeof pattern !== 'string' || typeof by !== 'string') {
    throw new TypeError('replace takes two strings in APPSYNC_JS');
  }
  return text.replace(toRegExp(pattern, all), (...match) => {
    const offset = match.findIndex((part) => typeof part === 'number');
    const groups = match.slice(0, offset) as (string | undefined)[];
    const names = (match[offset + 2] ?? {}) as Record<string, string | undefined>;
    return by.replace(/\\(.)|\$\{(\w+)\}|\$(\d)/gs, (_, escaped, name, digit) => {
      if (escaped !== undefined) return escaped;
      if (name !== undefined ? !(name in names) : Number(digit) >= groups.length) {
        throw new RangeError(`the pattern "${pattern}" has no group ${name ?? digit}`);
      }
      return (name !== undefined ? names[name] : groups[Number(digit)]) ?? '';
    });
  });
}

import { toRegExp } from './utils/javaRegex.ts';

/**
 * `String.prototype.replace` and `replaceAll` of APPSYNC_JS: both arguments are strings, the first
 * may hold constructs of Java's regular expressions, the second `$1` and `\` as in Java.
 */
export function replaceAsJava(text: string, pattern: unknown, by: unknown, all: boolean): string {
  if (typeof pattern !== 'string' || typeof by !== 'string') {
    throw new TypeError('replace takes two strings in APPSYNC_JS');
  }
  return text.replace(toRegExp(pattern, all ? 'gu' : 'u'), (...match) => {
    const groups = match.slice(
      0,
      match.findIndex((part) => typeof part === 'number'),
    );
    return by.replace(/\\(.)|\$(\d)/gs, (_, escaped, group) =>
      escaped !== undefined ? escaped : (groups[Number(group)] ?? ''),
    );
  });
}

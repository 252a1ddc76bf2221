import type { Language } from '../../../domain/language/language.ts';
import { languageOfTag } from '../../../domain/language/languageOfTag.ts';

/**
 * Returns the supported language that a browser prefers, by its `Accept-Language` (RFC 9110 section
 * 12.5.4); Japanese if it prefers none.
 */
export function chooseLanguage(accepted: string | undefined): Language {
  const liked = (accepted ?? '')
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    // Stable: of equal weights the first one wins.
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => languageOfTag(tag));
  return liked.find((language) => language !== undefined) ?? 'ja';
}

/** Parses `en-GB;q=0.8` as `en-gb` with weight 0.8. */
function readRange(text: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { tag, weight: Number(weight) || 0 };
}

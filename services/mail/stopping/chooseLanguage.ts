import type { Language } from '../../../domain/language/language.ts';
import { languageOfTag } from '../../../domain/language/languageOfTag.ts';

/**
 * The language of ours that a browser likes best, by its `Accept-Language` (RFC 9110 section 12.5.4);
 * Japanese when it likes neither or says nothing.
 */
export function chooseLanguage(accepted: string | undefined): Language {
  const liked = (accepted ?? '')
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    // Stable: of equals the first one counts.
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => languageOfTag(tag));
  return liked.find((language) => language !== undefined) ?? 'ja';
}

/** `en-GB;q=0.8` is `en-gb` with 0.8. */
function readRange(text: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { tag, weight: Number(weight) || 0 };
}

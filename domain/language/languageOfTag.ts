import { LANGUAGES, type Language } from './language.ts';

/** The language that a tag such as `en-GB` (RFC 5646) names; undefined for one that we do not write. */
export function languageOfTag(tag: string): Language | undefined {
  const [primary] = tag.trim().toLowerCase().split('-');
  return LANGUAGES.find((language) => language === primary);
}

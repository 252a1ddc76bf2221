import { LANGUAGES, type Language } from './language.ts';

/** Returns the language of a tag such as `en-GB` (RFC 5646); undefined if unsupported. */
export function languageOfTag(tag: string): Language | undefined {
  const [primary] = tag.trim().toLowerCase().split('-');
  return LANGUAGES.find((language) => language === primary);
}

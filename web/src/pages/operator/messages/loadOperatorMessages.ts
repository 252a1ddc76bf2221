import type { Language } from '../../../../../domain/language/language.ts';
import type ja from './ja.json';

export type OperatorMessages = typeof ja;

const loaded = new Map<Language, Promise<OperatorMessages>>();

/**
 * Loads the messages of the operator's pages, which other readers do not need. One promise per
 * language.
 */
export function loadOperatorMessages(language: Language): Promise<OperatorMessages> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = (language === 'ja' ? import('./ja.json') : import('./en.json')).then(
    (messages) => messages.default,
  );
  loaded.set(language, loading);
  // A retried page loads them again.
  loading.catch(() => loaded.delete(language));
  return loading;
}

import type { Language } from '../../../../domain/language/language.ts';
import type ja from './ja.json';

export type Messages = typeof ja;

/** Loads the messages of the first list. */
export async function loadMessages(language: Language): Promise<Messages> {
  const first = language === 'ja' ? import('./ja.json?first') : import('./en.json?first');
  return (await first).default;
}

const all = new Map<Language, Promise<Messages>>();

/** Loads the messages of all pages, at the first call and again after a failure. */
export function loadAllMessages(language: Language): Promise<Messages> {
  const loading = all.get(language) ?? loadBoth(language);
  all.set(language, loading);
  loading.catch(() => all.delete(language));
  return loading;
}

async function loadBoth(language: Language): Promise<Messages> {
  const later = language === 'ja' ? import('./ja.json?later') : import('./en.json?later');
  const [first, { default: rest }] = await Promise.all([loadMessages(language), later]);
  return { ...first, ...rest };
}

import type ja from './ja.json';
import type { Language } from './language.ts';

export type Messages = typeof ja;

/** What the first list says. */
export async function loadMessages(language: Language): Promise<Messages> {
  const first = language === 'ja' ? import('./ja.json?first') : import('./en.json?first');
  return (await first).default;
}

/** What every other page says, in addition. */
export async function loadLaterMessages(language: Language): Promise<Messages> {
  const later = language === 'ja' ? import('./ja.json?later') : import('./en.json?later');
  return (await later).default;
}

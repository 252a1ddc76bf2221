import type ja from './ja.json';
import firstInJapanese from './ja.json?first';
import type { Language } from './language.ts';

export type Messages = typeof ja;

/** What the first list says. Japanese travels with the app; English is fetched when asked for. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'ja' ? firstInJapanese : (await import('./en.json?first')).default;
}

/** What every other page says, in addition. */
export async function loadLaterMessages(language: Language): Promise<Messages> {
  const later = language === 'ja' ? import('./ja.json?later') : import('./en.json?later');
  return (await later).default;
}

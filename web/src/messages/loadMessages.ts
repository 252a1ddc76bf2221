import ja from './ja.json';
import type { Language } from './language.ts';

export type Messages = typeof ja;

/** Japanese travels with the app; English is fetched when asked for. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'ja' ? ja : (await import('./en.json')).default;
}

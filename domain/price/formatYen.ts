import type { Language } from '../language/language.ts';

// Both languages group digits alike. Created once: every card of a list needs it.
const number = new Intl.NumberFormat('en');

/** Formats an amount of yen for the language: 1,760円 or ¥1,760. */
export const formatYen = (yen: number, language: Language): string =>
  language === 'ja' ? `${number.format(yen)}円` : `¥${number.format(yen)}`;

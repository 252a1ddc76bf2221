import type { Language } from '../language/language.ts';

// Both languages group digits alike. Made once: every card of a list needs it.
const number = new Intl.NumberFormat('en');

/** An amount of yen as the language writes it: 1,760円 or ¥1,760. */
export const formatYen = (yen: number, language: Language): string =>
  language === 'ja' ? `${number.format(yen)}円` : `¥${number.format(yen)}`;

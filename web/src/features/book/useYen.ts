import { useLocale } from 'use-intl/react';

const numbers = new Map<string, Intl.NumberFormat>();

/** Made once for each language: every card of a list asks for it. */
function numberIn(locale: string): Intl.NumberFormat {
  const number = numbers.get(locale) ?? new Intl.NumberFormat(locale);
  numbers.set(locale, number);
  return number;
}

/** Writes an amount of yen as the page's language does: 1,760円 or ¥1,760. */
export function useYen(): (amount: number) => string {
  const locale = useLocale();
  const number = numberIn(locale);
  return (amount) => (locale === 'ja' ? `${number.format(amount)}円` : `¥${number.format(amount)}`);
}

import { useLocale } from 'use-intl/react';

/** Writes an amount of yen as the page's language does: 1,760円 or ¥1,760. */
export function useYen(): (amount: number) => string {
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  return (amount) => (locale === 'ja' ? `${number.format(amount)}円` : `¥${number.format(amount)}`);
}

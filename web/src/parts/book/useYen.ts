import { useLocale } from 'use-intl/react';
import { formatYen } from '../../../../domain/price/formatYen.ts';

/** Formats an amount of yen in the page's language. */
export function useYen(): (yen: number) => string {
  const language = useLocale();
  return (yen) => formatYen(yen, language);
}

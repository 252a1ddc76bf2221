import { useLocale } from 'use-intl/react';
import { formatYen } from '../../../../domain/price/formatYen.ts';

/** Writes an amount of yen as the page's language does. */
export function useYen(): (yen: number) => string {
  const language = useLocale();
  return (yen) => formatYen(yen, language);
}

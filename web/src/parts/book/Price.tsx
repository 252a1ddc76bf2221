import { useTranslations } from 'use-intl/react';
import { useYen } from './useYen.ts';

interface Prices {
  price: number | null;
  priceWithTax: number | null;
  setPrice?: number | null;
}

/** A book's price with tax. `full` adds the price before tax. */
export function Price({ book, full = false }: { book: Prices; full?: boolean }) {
  const t = useTranslations('book');
  const yen = useYen();
  const { price, priceWithTax, setPrice } = book;
  if (priceWithTax === null && price === null && !setPrice) return null;
  return (
    <span className="price">
      {priceWithTax !== null && (
        <span className="price__total">{t('withTax', { price: yen(priceWithTax) })}</span>
      )}
      {price !== null && (full || priceWithTax === null) && (
        <span className="price__before"> {t('beforeTax', { price: yen(price) })}</span>
      )}
      {setPrice != null && (
        <span className="price__before"> {t('setPrice', { price: yen(setPrice) })}</span>
      )}
    </span>
  );
}

/** Tax rate in percent for a book whose feed states none. */
export const STANDARD_TAX_RATE = 10;

/** A price as stated in a feed, in whole yen and percent. */
export interface StatedPrice<Missing> {
  price: number | Missing;
  priceWithTax: number | Missing;
  taxRate: number | Missing;
}

/**
 * Returns the price with tax as the feed states it, or computes it, rounded down as shops print it.
 * The SQL version is `PRICE_WITH_TAX` in `db/sql/`.
 */
export function priceWithTax<Missing extends null | undefined>(
  stated: StatedPrice<Missing>,
): number | Missing {
  const { price, priceWithTax, taxRate } = stated;
  if (typeof priceWithTax === 'number' || typeof price !== 'number') return priceWithTax;
  return Math.floor((price * (100 + (taxRate ?? STANDARD_TAX_RATE))) / 100);
}

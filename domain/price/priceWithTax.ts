/** Percent of tax on a book whose feed states none. */
export const STANDARD_TAX_RATE = 10;

/** What a feed says of a price, in whole yen and percent. */
export interface StatedPrice<Missing> {
  price: number | Missing;
  priceWithTax: number | Missing;
  taxRate: number | Missing;
}

/**
 * The price with tax as the feed states it, else computed and rounded down, as shops print it. In SQL
 * it is `PRICE_WITH_TAX` of `db/sql/`.
 */
export function priceWithTax<Missing extends null | undefined>(
  stated: StatedPrice<Missing>,
): number | Missing {
  const { price, priceWithTax, taxRate } = stated;
  if (typeof priceWithTax === 'number' || typeof price !== 'number') return priceWithTax;
  return Math.floor((price * (100 + (taxRate ?? STANDARD_TAX_RATE))) / 100);
}

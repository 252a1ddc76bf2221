import { STANDARD_TAX_RATE } from '../../domain/price/priceWithTax.ts';

/** The price of the book `b` for a buyer, as `priceWithTax` computes it. */
export const PRICE_WITH_TAX = `coalesce(b.price_with_tax, floor(b.price * (100 + coalesce(b.tax_rate, ${STANDARD_TAX_RATE})) / 100))`;

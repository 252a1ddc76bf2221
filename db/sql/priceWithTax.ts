import { STANDARD_TAX_RATE } from '../../domain/price/priceWithTax.ts';

/** What a reader pays for the book `b`, as `priceWithTax` computes it. */
export const PRICE_WITH_TAX = `coalesce(b.price_with_tax, floor(b.price * (100 + coalesce(b.tax_rate, ${STANDARD_TAX_RATE})) / 100))`;

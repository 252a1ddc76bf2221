import { PRICE_WITH_TAX } from '../../../db/sql/priceWithTax.ts';
import { toDigits } from '../../../domain/release/releaseOrder.ts';
import type { UpcomingBooksFilter } from '../../generated/schema.ts';
import type { Value } from '../sql/query.ts';
import { toDay } from './days.ts';
import type { Conditions } from './source.ts';

/** The conditions of a filter, all of which must hold; excludes `subscribed` and `text`. */
export function toConditions(filter: UpcomingBooksFilter): Conditions {
  const texts: string[] = [];
  const values: { [name: string]: Value } = {};
  if (filter.from) {
    // The latest day from `release_order`: read from the index, without reading the row.
    texts.push('substring(b.release_order, 9) >= :from');
    values.from = toDigits(toDay(filter.from));
  }
  if (filter.to) {
    texts.push('(b.release_earliest is null or b.release_earliest <= :to)');
    values.to = toDay(filter.to);
  }
  // In each pair, the first comparison uses the index and folds case and kana; the second makes it
  // exact.
  if (filter.publisher) {
    texts.push('b.publisher = :publisher and b.publisher collate utf8mb4_bin = :publisher');
    values.publisher = filter.publisher;
  }
  if (filter.label) {
    texts.push('b.label = :label and b.label collate utf8mb4_bin = :label');
    values.label = filter.label;
  }
  if (filter.form) {
    texts.push('b.form = :form and b.form collate utf8mb4_bin = :form');
    values.form = filter.form;
  }
  // Zero is a bound as well.
  const { priceFrom, priceTo } = filter;
  if (priceFrom !== null && priceFrom !== undefined) {
    texts.push(`${PRICE_WITH_TAX} >= :priceFrom`);
    values.priceFrom = priceFrom;
  }
  if (priceTo !== null && priceTo !== undefined) {
    texts.push(`${PRICE_WITH_TAX} <= :priceTo`);
    values.priceTo = priceTo;
  }
  return { texts, values };
}

import type { Column, Field } from './profile.ts';

/** The constraints on a column that fills a field. */
export interface FieldRule {
  kinds: readonly Column['kind'][] | 'any';
  /** The maximum length in the database; undefined if the kind limits it. */
  most?: number;
  /** The values that a choice may map to. */
  values?: readonly string[];
}

/** The rule of each field. */
export const FIELD_RULES: { [field in Field]: FieldRule } = {
  action: { kinds: ['choice'], values: ['UPSERT', 'CANCEL', 'PRICE'] },
  recordId: { kinds: ['text'], most: 64 },
  isbn: { kinds: ['isbn'] },
  title: { kinds: ['text'], most: 500 },
  subtitle: { kinds: ['text'], most: 500 },
  titleReading: { kinds: ['text'], most: 500 },
  volume: { kinds: ['text'], most: 200 },
  edition: { kinds: ['text'], most: 200 },
  contributors: { kinds: ['statement', 'people'], most: 4000 },
  publisher: { kinds: ['text'], most: 200 },
  seller: { kinds: ['text'], most: 200 },
  label: { kinds: ['text'], most: 200 },
  series: { kinds: ['text', 'series'], most: 200 },
  seriesNumber: { kinds: ['text'], most: 200 },
  price: { kinds: ['price'] },
  priceWithTax: { kinds: ['price'] },
  setPrice: { kinds: ['setPrice'] },
  taxRate: { kinds: ['choice'], values: ['10', '8'] },
  form: { kinds: ['text'], most: 200 },
  pages: { kinds: ['text', 'integer'], most: 200 },
  description: { kinds: ['text'], most: 10_000 },
  coverUrl: { kinds: ['address'], most: 2000 },
  release: { kinds: ['release'] },
  releaseKind: { kinds: ['choice'], values: ['PLANNED', 'FIXED', 'DELIVERED'] },
  publicFrom: { kinds: ['day'] },
  priceFrom: { kinds: ['day'] },
  updatedAt: { kinds: ['instant'] },
  none: { kinds: 'any' },
};

import type { Release } from '../../../domain/release/release.ts';
import type { Contributor } from './contributors.ts';
import type { SeriesStatement } from './series.ts';

/** A book as stated in one row of a feed; null means "no value". */
export interface BookFields {
  isbn: string | null;
  title: string | null;
  subtitle: string | null;
  titleReading: string | null;
  volume: string | null;
  edition: string | null;
  contributors: Contributor[];
  publisher: string | null;
  seller: string | null;
  label: string | null;
  series: SeriesStatement[];
  price: number | null;
  priceWithTax: number | null;
  setPrice: number | null;
  taxRate: number | null;
  form: string | null;
  pages: string | null;
  description: string | null;
  coverUrl: string | null;
  release: Release | null;
}

import type { CatalogueKind } from '../../domain/waiting/kinds.ts';

/**
 * The tables of each kind: its names, their links to books, and the column for the joined-to name
 * there.
 */
export const CATALOGUE = {
  CONTRIBUTOR: { table: 'contributor', links: 'book_contributor', column: 'contributor_id' },
  SERIES: { table: 'series', links: 'book_series', column: 'series_id' },
} as const satisfies { [kind in CatalogueKind]: object };

import type { CatalogueKind } from '../../domain/waiting/kinds.ts';

/** Where each kind is stored: its names, their links to books, and the column there for what the name is joined to. */
export const CATALOGUE = {
  CONTRIBUTOR: { table: 'contributor', links: 'book_contributor', column: 'contributor_id' },
  SERIES: { table: 'series', links: 'book_series', column: 'series_id' },
} as const satisfies { [kind in CatalogueKind]: object };

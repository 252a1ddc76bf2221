/**
 * Where contributors and series are kept, the links of books to what they state, and their column for what
 * that is joined to.
 */
export const KEPT = {
  CONTRIBUTOR: { table: 'contributor', links: 'book_contributor', column: 'contributor_id' },
  SERIES: { table: 'series', links: 'book_series', column: 'series_id' },
} as const;

export type Kind = keyof typeof KEPT;
export const KINDS = ['CONTRIBUTOR', 'SERIES'] as const satisfies readonly Kind[];

/** Where contributors and series are kept, and the links of books to what they state. */
export const KEPT = {
  CONTRIBUTOR: { table: 'contributor', links: 'book_contributor' },
  SERIES: { table: 'series', links: 'book_series' },
} as const;

export type Kind = keyof typeof KEPT;
export const KINDS = ['CONTRIBUTOR', 'SERIES'] as const satisfies readonly Kind[];

/** The targets of a standing subscription: the names of GraphQL's `CatalogueKind`. */
export const CATALOGUE_KINDS = ['CONTRIBUTOR', 'SERIES'] as const;

export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/**
 * Why a member is told of a book, in display order: the book itself comes first. The names of
 * GraphQL's `SubscriptionReasonKind`.
 */
export const REASON_KINDS = ['BOOK', ...CATALOGUE_KINDS] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

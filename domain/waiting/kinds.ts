/** What a standing subscription can be for: the names of GraphQL's `CatalogueKind`. */
export const CATALOGUE_KINDS = ['CONTRIBUTOR', 'SERIES'] as const;

export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/**
 * Why a member is told of a book, in the order in which reasons are listed: the book itself comes first.
 * The names of GraphQL's `SubscriptionReasonKind`.
 */
export const REASON_KINDS = ['BOOK', ...CATALOGUE_KINDS] as const;

export type ReasonKind = (typeof REASON_KINDS)[number];

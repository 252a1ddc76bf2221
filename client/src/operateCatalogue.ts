import type { Requester } from './createRequester.ts';
import type { PageOptions } from './createShinkanClient.ts';
import {
  type CatalogueJoinFieldsFragment,
  CatalogueJoinsDocument,
  type CatalogueJoinsQuery,
  type CatalogueKind,
  JoinInCatalogueDocument,
  SeparateInCatalogueDocument,
} from './generated/documents.ts';

export type CatalogueJoin = CatalogueJoinFieldsFragment;
export type CatalogueJoinPage = CatalogueJoinsQuery['catalogueJoins'];

/**
 * Operators' methods for contributors and series. Every method throws a `ShinkanError` on
 * rejection.
 */
export interface CatalogueOperation {
  /** Returns one page of joins, newest first. */
  joins(kind: CatalogueKind, options?: PageOptions): Promise<CatalogueJoinPage>;
  /** Joins two entries: `from` is then searched, listed and subscribed to as `into`. */
  join(kind: CatalogueKind, from: string, into: string): Promise<CatalogueJoin>;
  /** Undoes a join completely. */
  separate(id: string): Promise<CatalogueJoin>;
}

/**
 * Returns the operators' methods, given the `request` of a client with an operator's access token.
 */
export function operateCatalogue(request: Requester): CatalogueOperation {
  return {
    joins: async (kind, asked = {}) =>
      (await request(CatalogueJoinsDocument, { ...asked, kind })).catalogueJoins,
    join: async (kind, from, into) =>
      (await request(JoinInCatalogueDocument, { kind, from, into })).joinInCatalogue,
    separate: async (id) =>
      (await request(SeparateInCatalogueDocument, { id })).separateInCatalogue,
  };
}

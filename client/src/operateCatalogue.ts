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

/** What operators do with contributors and series. Every method throws a `ShinkanError` for what is refused. */
export interface CatalogueOperation {
  /** One page of what was joined, newest first. */
  joins(kind: CatalogueKind, options?: PageOptions): Promise<CatalogueJoinPage>;
  /** Makes two one: what was `from` is found, listed and waited for as `into`. */
  join(kind: CatalogueKind, from: string, into: string): Promise<CatalogueJoin>;
  /** Takes apart what was joined, as it was before. */
  separate(id: string): Promise<CatalogueJoin>;
}

/** The methods for operators, on a client that has an operator's access token: `client.request`. */
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

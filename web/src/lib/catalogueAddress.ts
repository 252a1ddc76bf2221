import type { CatalogueKind } from '../generated/documents.ts';

export const contributorAddress = (id: string): string => `/contributors/${id}`;

export const seriesAddress = (id: string): string => `/series/${id}`;

/** Returns the address of a contributor's or series' page. */
export const catalogueAddress = (kind: CatalogueKind, id: string): string =>
  kind === 'CONTRIBUTOR' ? contributorAddress(id) : seriesAddress(id);

import type { CatalogueKind } from '../../generated/documents.ts';

/** A book that somebody wants to hear about. */
export interface AskedBook {
  id: string;
  title: string;
  volume: string | null;
}

/** A contributor or a series whose new books somebody wants to hear about. */
export interface NewsSource {
  kind: CatalogueKind;
  id: string;
  name: string;
}

/** Which of a contributor's books count: their own works, or everything they contributed to. */
export type RoleChoice = 'works' | 'all';

export interface AskedStanding extends NewsSource {
  choice: RoleChoice;
}

/** What somebody asked for before signing in. */
export type Asked = AskedBook | AskedStanding;

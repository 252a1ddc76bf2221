import type { CatalogueKind } from '../../generated/documents.ts';

/** A book to subscribe to. */
export interface AskedBook {
  id: string;
  title: string;
  volume: string | null;
}

/** A contributor or series for a standing subscription. */
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

/** The request made before signing in. */
export type Asked = AskedBook | AskedStanding;

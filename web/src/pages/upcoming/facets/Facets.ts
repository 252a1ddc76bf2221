import type { Choice } from './findChoices.ts';

/** What readers can choose in each field. */
export interface Facets {
  publishers: readonly Choice[];
  labels: readonly Choice[];
  forms: readonly Choice[];
}

import type { Choice } from './findChoices.ts';

/** The choices of each field. */
export interface Facets {
  publishers: readonly Choice[];
  labels: readonly Choice[];
  forms: readonly Choice[];
}

/** A mutant that no test can kill, because it behaves as the original does. */
export interface EquivalentMutant {
  file: string;
  /** The original code, as the report prints it. */
  original: string;
  replacement: string;
  reason: string;
}

/** Reviewed: the score leaves these out. */
export const EQUIVALENT_MUTANTS: EquivalentMutant[] = [];

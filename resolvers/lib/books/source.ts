import type { Value } from '../sql/query.ts';

/** Conditions on `book b` and the values they bind. */
export interface Conditions {
  texts: string[];
  values: { [name: string]: Value };
}

/** Where books are read from: SQL that names `book b`. */
export interface Source extends Conditions {
  from: string;
  /** Whether it holds all upcoming books, to be read by the index of the requested order. */
  isWholeList: boolean;
}

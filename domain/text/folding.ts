/** The number of the folding: text that was folded by another one is folded anew. */
export const FOLDING = 1;

/** Stands on both sides of a number and before a Latin word in folded text, so that 3 is not found in 13. */
export const EDGE = '#';

/** Stands between what is folded apart, and in no folded text. */
export const APART = '|';

/** The version of the folding: text folded by another version is folded again. */
export const FOLDING = 1;

/** Surrounds a number and precedes a Latin word in folded text, so that 3 is not found in 13. */
export const EDGE = '#';

/** Separates texts that are folded separately; never occurs in folded text. */
export const APART = '|';
